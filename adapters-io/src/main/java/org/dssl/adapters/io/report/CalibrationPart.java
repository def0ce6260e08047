package org.dssl.adapters.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.domain.uncertainty.CalibrationCurve;
import org.dssl.domain.uncertainty.Claims;
import org.dssl.domain.uncertainty.UncertaintyScores;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;

/** Ensembles of finished parts: their members' errors, and their uncertainty beside the errors of all test crystals. */
final class CalibrationPart {
    private static final int STEPS = 40;

    private CalibrationPart() {}

    /** @param observed share of true values within the central interval of the levels 0, 1/40, …, 1 */
    record Curve(List<Double> observed, UncertaintyScores scores) {
        static Curve of(Claims claims) {
            CalibrationCurve curve = new CalibrationCurve(claims);
            return new Curve(
                    IntStream.rangeClosed(0, STEPS)
                            .mapToObj(step -> curve.observed((double) step / STEPS))
                            .toList(),
                    UncertaintyScores.of(claims));
        }
    }

    /**
     * @param memberMae mean error of single members
     * @param mae error of the ensembles, mean over parts
     * @param factors of the parts, by their validation parts
     * @param rescaled by these; null unless every part has one
     */
    record Ensemble(
            String variant,
            String target,
            int members,
            double memberMae,
            double mae,
            Curve raw,
            Curve rescaled,
            List<Double> factors) {}

    /** One for each variant and target of which ensembles predicted; none otherwise. */
    static List<Ensemble> of(RunFolder run, List<Parts.Variant> variants) {
        List<Ensemble> found = new ArrayList<>();
        for (Parts.Variant variant : variants) {
            Map<String, Collected> byTarget = new LinkedHashMap<>();
            variant.parts().forEach(part -> collect(run, variant.name(), part.name(), byTarget));
            byTarget.forEach((target, collected) -> found.add(collected.ensemble(variant.name(), target)));
        }
        return found;
    }

    private static void collect(RunFolder run, String variant, String part, Map<String, Collected> byTarget) {
        Map<String, Object> metrics = run.metrics(variant, part).orElse(Map.of());
        if (!metrics.containsKey("members")) {
            return;
        }
        Map<String, List<Prediction>> predictions = new LinkedHashMap<>();
        run.predictions(variant, part).forEach(p -> predictions
                .computeIfAbsent(p.target(), target -> new ArrayList<>())
                .add(p));
        predictions.forEach((target, rows) ->
                byTarget.computeIfAbsent(target, t -> new Collected()).add(metrics, target, rows));
    }

    /** What parts have on one target. */
    private static final class Collected {
        private final List<double[]> claims = new ArrayList<>();
        private final List<Double> factors = new ArrayList<>();
        private final List<Double> memberMae = new ArrayList<>();
        private final List<Double> mae = new ArrayList<>();
        private int members;

        void add(Map<String, Object> metrics, String target, List<Prediction> rows) {
            double factor = number(metrics, "calibration", target, "rescaled", "factor");
            rows.forEach(row -> claims.add(new double[] {row.value() - row.truth(), row.uncertainty(), factor}));
            factors.add(factor);
            memberMae.add(number(metrics, "member-mae", target));
            mae.add(number(metrics, "mae", target));
            members = (int) number(metrics, "members");
        }

        Ensemble ensemble(String variant, String target) {
            boolean rescaled = factors.stream().noneMatch(f -> f.isNaN());
            return new Ensemble(
                    variant,
                    target,
                    members,
                    mean(memberMae),
                    mean(mae),
                    Curve.of(claims(false)),
                    rescaled ? Curve.of(claims(true)) : null,
                    rescaled ? factors : List.of());
        }

        private Claims claims(boolean rescaled) {
            return new Claims(
                    claims.stream().mapToDouble(c -> c[0]).toArray(),
                    claims.stream()
                            .mapToDouble(c -> rescaled ? c[2] * c[1] : c[1])
                            .toArray());
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static double number(Object facts, String... keys) {
        Object found = facts;
        for (String key : keys) {
            found = found instanceof Map ? ((Map<?, ?>) found).get(key) : null;
        }
        return found instanceof Number ? ((Number) found).doubleValue() : Double.NaN;
    }
}
