package org.dssl.adapters.io.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.PairedComparison;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.run.RunSummary.Comparison;
import org.dssl.ports.run.RunSummary.Target;
import org.dssl.ports.run.RunSummary.TargetScore;
import org.dssl.ports.run.SearchSummary;
import org.dssl.ports.run.StudySummary;
import org.dssl.ports.run.StudySummary.Cell;
import org.dssl.ports.run.StudySummary.Column;
import org.dssl.ports.run.StudySummary.Row;

/** Studies with errors that are easy to tell apart. */
final class MadeUpStudy {
    private static final double[] BASE = {0.10, 0.11, 0.12, 0.09, 0.105};

    private MadeUpStudy() {}

    /** Of two properties: a row that helps with the first, one that hurts with the second, and one that is not finished. */
    static StudySummary ablation() {
        List<Column> columns = List.of(
                new Column("bulk", new Target("K_VRH", "log10", "log10(GPa)"), 1),
                new Column("hybrid </script> gaps", new Target("gap", "none", "eV"), 1));
        return new StudySummary(
                StudySummary.Kind.ABLATION,
                "bulk & gaps",
                "Original",
                columns,
                List.of(
                        row("Original", "original", cell(1, 1, false), cell(5, 5, true)),
                        row("Mask", "mask", cell(0.9, 1, true), cell(5.5, 5, false)),
                        row("CL", "contrastive #1", cell(1.001, 1, false), new Cell(null, null, false))));
    }

    static StudySummary learningCurve() {
        List<Column> columns = new ArrayList<>();
        List<Cell> scratch = new ArrayList<>();
        List<Cell> tuned = new ArrayList<>();
        for (double share : new double[] {0.01, 0.1, 1}) {
            String name = String.format("%.0f %% of the labels", 100 * share);
            columns.add(new Column(name, new Target("K_VRH", "log10", "log10(GPa)"), share));
            double factor = Math.pow(share, -0.25);
            scratch.add(cell(factor, factor, share == 1));
            tuned.add(cell(factor * (share < 1 ? 0.8 : 1.001), factor, share < 1));
        }
        return new StudySummary(
                StudySummary.Kind.LEARNING_CURVE,
                "curve",
                "From scratch",
                columns,
                List.of(
                        new Row("from-scratch", "From scratch", List.of("1/s", "10/s", "100/s"), scratch),
                        new Row("pretrained", "Pretrained", List.of("1/p", "10/p", "100/p"), tuned)));
    }

    static SearchSummary search() {
        List<SearchSummary.Trial> trials = new ArrayList<>();
        for (int trial = 0; trial < 4; trial++) {
            Map<String, String> settings = Map.of(
                    "finetune.rate",
                    String.valueOf(Math.pow(10, trial - 4)),
                    "encoder.type",
                    trial % 2 == 0 ? "gin" : "cgcnn");
            trials.add(new SearchSummary.Trial(1, trial, 10, settings, 0.1 + 0.05 * trial, "round-1/trial-" + trial));
        }
        trials.add(0, new SearchSummary.Trial(2, 0, 30, trials.get(0).settings(), 0.08, "round-2/trial-0"));
        return new SearchSummary("rates", trials);
    }

    private static Row row(String label, String name, Cell... cells) {
        return new Row(name, label, List.of("bulk/" + name, "gaps/" + name), List.of(cells));
    }

    /** Errors of five parts, {@code factor} times the made-up ones, against {@code base} times these. */
    private static Cell cell(double factor, double base, boolean best) {
        double[] own = Arrays.stream(BASE).map(error -> factor * error).toArray();
        own[0] *= factor == 1.001 ? 0.99 : 1;
        TargetScore score = new TargetScore(
                "K_VRH",
                Arrays.stream(own).boxed().toList(),
                Statistics.mean(own),
                Statistics.sampleDeviation(own),
                Statistics.populationDeviation(own),
                List.of(0.4, 0.4, 0.4, 0.4, 0.4));
        double[] theirs = Arrays.stream(BASE).map(error -> base * error).toArray();
        Comparison against = factor == base
                ? null
                : Comparison.of(
                        "K_VRH",
                        "row",
                        "Original",
                        PairedComparison.of(own, theirs, RandomStream.of(0).split("b")));
        return new Cell(score, against, best);
    }
}
