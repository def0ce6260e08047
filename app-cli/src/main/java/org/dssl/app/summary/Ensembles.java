package org.dssl.app.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;

/** What the metrics of parts say of ensembles. */
final class Ensembles {
    private Ensembles() {}

    /** None where parts have one network each. */
    static List<RunSummary.Ensemble> of(
            RunFolder folder, List<String> targets, List<String> variants, List<Fold> folds) {
        List<RunSummary.Ensemble> found = new ArrayList<>();
        for (String variant : variants) {
            List<Map<String, Object>> parts = folds.stream()
                    .flatMap(fold -> folder.metrics(variant, fold.name()).stream())
                    .filter(metrics -> metrics.containsKey("members"))
                    .toList();
            if (!parts.isEmpty()) {
                targets.forEach(target -> found.add(of(target, variant, parts)));
            }
        }
        return found;
    }

    private static RunSummary.Ensemble of(String target, String variant, List<Map<String, Object>> parts) {
        return new RunSummary.Ensemble(
                target,
                variant,
                ((Number) parts.get(0).get("members")).intValue(),
                mean(parts, "member-mae", target),
                mean(parts, "calibration", target, "within-one"),
                mean(parts, "calibration", target, "rescaled", "factor"),
                mean(parts, "calibration", target, "rescaled", "within-one"),
                mean(parts, "calibration", target, "rank-correlation"));
    }

    /** Over the parts; NaN if one of them lacks it. */
    private static double mean(List<Map<String, Object>> parts, String... keys) {
        return Statistics.mean(
                parts.stream().mapToDouble(part -> number(part, keys)).toArray());
    }

    private static double number(Object facts, String... keys) {
        Object found = facts;
        for (String key : keys) {
            found = found instanceof Map ? ((Map<?, ?>) found).get(key) : null;
        }
        return found instanceof Number ? ((Number) found).doubleValue() : Double.NaN;
    }
}
