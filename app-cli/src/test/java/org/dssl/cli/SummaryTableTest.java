package org.dssl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dssl.ports.run.RunSummary;
import org.dssl.ports.run.RunSummary.Comparison;
import org.dssl.ports.run.RunSummary.Counts;
import org.dssl.ports.run.RunSummary.Ensemble;
import org.dssl.ports.run.RunSummary.Target;
import org.dssl.ports.run.RunSummary.TargetScore;
import org.dssl.ports.run.RunSummary.Variant;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
    private static final Counts COUNTS = new Counts(10, 0, List.of());

    static RunSummary twoVariants() {
        return new RunSummary(
                "elasticity",
                List.of(new Target("K_VRH", "log10", "log10(GPa)")),
                List.of(
                        new Variant("pretrained", List.of(score("K_VRH", 0.06631, 0.00211))),
                        new Variant("from-scratch", List.of(score("K_VRH", 0.07290, 0.00190)))),
                List.of(new Comparison(
                        "K_VRH",
                        "pretrained",
                        "from-scratch",
                        -9.1,
                        -12,
                        -6.3,
                        5,
                        5,
                        Double.NaN,
                        "lower in every part")),
                COUNTS,
                60);
    }

    private static TargetScore score(String target, double mean, double sigma) {
        List<Double> folds = Double.isNaN(sigma) ? List.of(mean) : List.of(mean, mean, mean, mean, mean);
        return new TargetScore(target, folds, mean, sigma, sigma * Math.sqrt(0.8), List.of(0.29));
    }

    @Test
    void variantsStandBelowOneAnotherWithSpreadAndChange() {
        assertEquals(
                """

                 K_VRH             MAE log10(GPa)         against from-scratch
                 pretrained        0.0663 ± 0.0021        −9.1 %  [−12.0, −6.3], better in 5 of 5
                 from-scratch      0.0729 ± 0.0019
                 5 test parts, σ with K − 1 (Matbench's σ: 0.0019). Mean predictor: 0.29.
                """,
                new SummaryTable(twoVariants()).text());
    }

    @Test
    void anEnsembleSaysWhatItsMembersDoAloneAndWhatItsUncertaintyIsWorth() {
        RunSummary alone = twoVariants();
        String line =
                " 3 networks per part, 0.131 each alone. Their ± holds 41 %% of the true values%s (68 %% is a σ).\n";
        assertEquals(
                new SummaryTable(alone).text()
                        + line.formatted(", 66 % if 1.9 times as wide, as the validation parts ask"),
                new SummaryTable(with(alone, 1.87)).text());
        assertEquals(
                new SummaryTable(alone).text() + line.formatted(""), new SummaryTable(with(alone, Double.NaN)).text());
    }

    /** Of both variants; the line is of the first. */
    private static RunSummary with(RunSummary alone, double factor) {
        return new RunSummary(
                alone.title(),
                alone.targets(),
                alone.variants(),
                alone.comparisons(),
                alone.counts(),
                alone.seconds(),
                List.of(
                        new Ensemble("K_VRH", "pretrained", 3, 0.1312, 0.41, factor, 0.66, 0.3),
                        new Ensemble("K_VRH", "from-scratch", 3, 0.2, 0.5, factor, 0.6, 0.3)));
    }

    @Test
    void oneTestPartHasNoSpreadAndAModelThatIsNoBetterThanTheMeanIsCalledSo() {
        RunSummary summary = new RunSummary(
                "x",
                List.of(new Target("band_gap", "none", "eV"), new Target("n", "none", "")),
                List.of(new Variant(
                        "from-scratch", List.of(score("band_gap", 123.456, Double.NaN), score("n", 0.15, Double.NaN)))),
                List.of(),
                COUNTS,
                1);
        assertEquals(
                """

                 band_gap          MAE eV
                 from-scratch      123
                 One test part. Mean predictor: 0.29, no worse than from-scratch: it has learned nothing yet.

                 n                 MAE
                 from-scratch      0.150
                 One test part. Mean predictor: 0.29.
                """,
                new SummaryTable(summary).text());
    }

    @Test
    void aRunThatOnlyPretrainedHasNoTable() {
        assertEquals("", new SummaryTable(new RunSummary("x", List.of(), List.of(), List.of(), COUNTS, 1)).text());
    }
}
