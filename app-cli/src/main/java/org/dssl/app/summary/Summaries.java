package org.dssl.app.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.PairedComparison;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;

/** Makes the summary of a run from the metrics of its finished parts. */
public final class Summaries {
    private Summaries() {}

    /** @param variants in the order of the table; each is compared with the first */
    public static RunSummary of(
            RunFolder folder,
            String title,
            List<TargetConfig> targets,
            List<String> variants,
            List<Fold> folds,
            RunSummary.Counts counts,
            double seconds,
            RandomStream random) {
        List<RunSummary.Variant> rows = new ArrayList<>();
        for (String variant : variants) {
            rows.add(new RunSummary.Variant(
                    variant,
                    targets.stream()
                            .map(t -> score(folder, t.column(), variant, folds))
                            .toList()));
        }
        List<RunSummary.Comparison> comparisons = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            for (int v = 1; v < rows.size(); v++) {
                comparisons.add(compare(rows.get(0), rows.get(v), t, random));
            }
        }
        List<RunSummary.Target> names = targets.stream().map(Summaries::name).toList();
        List<String> columns = targets.stream().map(TargetConfig::column).toList();
        return new RunSummary(
                title, names, rows, comparisons, counts, seconds, Ensembles.of(folder, columns, variants, folds));
    }

    /** A target as the table names it. */
    public static RunSummary.Target name(TargetConfig target) {
        return new RunSummary.Target(target.column(), target.transform(), unit(target));
    }

    private static String unit(TargetConfig target) {
        if (target.transform().equals("none")) {
            return target.unit();
        }
        return target.unit().isEmpty() ? target.transform() : target.transform() + "(" + target.unit() + ")";
    }

    private static RunSummary.TargetScore score(RunFolder folder, String target, String variant, List<Fold> folds) {
        List<Double> errors = new ArrayList<>();
        List<Double> meanPredictor = new ArrayList<>();
        for (Fold fold : folds) {
            Optional<Map<String, Object>> metrics = folder.metrics(variant, fold.name());
            metrics.ifPresent(m -> {
                errors.add(number(m.get("mae"), target));
                meanPredictor.add(number(m.get("mean-predictor-mae"), target));
            });
        }
        double[] values = array(errors);
        return new RunSummary.TargetScore(
                target,
                errors,
                Statistics.mean(values),
                Statistics.sampleDeviation(values),
                Statistics.populationDeviation(values),
                meanPredictor);
    }

    private static double number(Object byTarget, String target) {
        return ((Number) ((Map<?, ?>) byTarget).get(target)).doubleValue();
    }

    private static RunSummary.Comparison compare(
            RunSummary.Variant first, RunSummary.Variant other, int target, RandomStream random) {
        double[] ours = array(first.scores().get(target).maePerFold());
        double[] theirs = array(other.scores().get(target).maePerFold());
        return RunSummary.Comparison.of(
                first.scores().get(target).target(),
                first.name(),
                other.name(),
                PairedComparison.of(ours, theirs, random.split("bootstrap").split(target)));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
