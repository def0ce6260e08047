package org.dssl.cli;

import java.util.List;
import org.dssl.ports.run.RunSummary;
import org.dssl.ports.run.RunSummary.Comparison;
import org.dssl.ports.run.RunSummary.Target;
import org.dssl.ports.run.RunSummary.TargetScore;
import org.dssl.ports.run.RunSummary.Variant;

/** The table at the end of a run. */
final class SummaryTable {
    private static final int NAME = 16;
    private static final int SCORE = 21;

    private final RunSummary summary;

    SummaryTable(RunSummary summary) {
        this.summary = summary;
    }

    /** A block for each target; nothing if the run only pretrained. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < summary.targets().size() && !summary.variants().isEmpty(); t++) {
            text.append('\n');
            block(t, text);
        }
        return text.toString();
    }

    private void block(int index, StringBuilder text) {
        Target target = summary.targets().get(index);
        int name = NAME;
        for (Variant variant : summary.variants()) {
            name = Math.max(
                    name, Math.max(variant.name().length(), target.column().length()));
        }
        List<Comparison> comparisons = summary.comparisons().stream()
                .filter(c -> c.target().equals(target.column()))
                .toList();
        String unit = target.unit().isEmpty() ? "" : " " + target.unit();
        String against =
                comparisons.isEmpty() ? "" : "against " + comparisons.get(0).against();
        line(text, name, target.column(), "MAE" + unit, against);
        for (Variant variant : summary.variants()) {
            TargetScore score = variant.scores().get(index);
            String change = comparisons.stream()
                    .filter(c -> c.variant().equals(variant.name()))
                    .map(Figures::change)
                    .findFirst()
                    .orElse("");
            line(text, name, variant.name(), Figures.score(score), change);
        }
        text.append(' ')
                .append(footnote(
                        summary.variants().get(0).name(),
                        summary.variants().get(0).scores().get(index)))
                .append('\n');
        summary.ensembles().stream()
                .filter(e -> e.target().equals(target.column())
                        && e.variant().equals(summary.variants().get(0).name()))
                .forEach(e -> text.append(' ').append(EnsembleText.of(e)).append('\n'));
    }

    private static void line(StringBuilder text, int name, String first, String second, String third) {
        String format = " %-" + name + "s  %-" + SCORE + "s  %s";
        text.append(String.format(format, first, second, third).stripTrailing()).append('\n');
    }

    private static String footnote(String variant, TargetScore score) {
        double dummy = score.meanPredictorMae().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
        String worse = score.mean() >= dummy ? ", no worse than " + variant + ": it has learned nothing yet" : "";
        String baseline = " Mean predictor: " + Figures.fixed(dummy, Figures.decimals(dummy, 2)) + worse + ".";
        int parts = score.maePerFold().size();
        if (parts < 2) {
            return "One test part." + baseline;
        }
        String population = Figures.fixed(score.populationSigma(), Figures.decimals(score.populationSigma(), 2));
        return parts + " test parts, σ with K − 1 (Matbench's σ: " + population + ")." + baseline;
    }
}
