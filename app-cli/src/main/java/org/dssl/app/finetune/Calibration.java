package org.dssl.app.finetune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.domain.train.Fold;
import org.dssl.domain.uncertainty.CalibrationCurve;
import org.dssl.domain.uncertainty.Claims;
import org.dssl.domain.uncertainty.Rescaling;
import org.dssl.domain.uncertainty.UncertaintyScores;

/** Whether the members' disagreement is that of the errors, as metrics of a part: by target, of its test crystals. */
record Calibration(PartScores scores) {
    static final String KEY = "calibration";
    private static final String RESCALED = "rescaled";
    private static final String FACTOR = "factor";

    /** @param validation what the factor comes from; null for none */
    Map<String, Object> of(Fold fold, Spread test, Spread validation) {
        Map<String, Object> byTarget = new LinkedHashMap<>();
        for (int t = 0; t < scores.targets().size(); t++) {
            TargetConfig target = scores.targets().get(t);
            Claims claims = claims(fold.test(), test, t);
            Map<String, Object> facts = facts(claims);
            if (validation != null) {
                Claims fitted = claims(fold.validation(), validation, t);
                double factor = Rescaling.factor(fitted);
                if (!Double.isNaN(factor)) {
                    Map<String, Object> rescaled = new LinkedHashMap<>();
                    rescaled.put(FACTOR, factor);
                    rescaled.put("validation", fitted.size());
                    rescaled.putAll(facts(claims.scaled(factor)));
                    facts.put(RESCALED, rescaled);
                }
            }
            byTarget.put(target.column(), facts);
        }
        return byTarget;
    }

    /** What makes an interval of the members' disagreement on a target, by a part's metrics; NaN if nothing does. */
    static double factor(Map<String, Object> metrics, String target) {
        Object found = metrics;
        for (String key : List.of(KEY, target, RESCALED, FACTOR)) {
            found = found instanceof Map ? ((Map<?, ?>) found).get(key) : null;
        }
        return found instanceof Number ? ((Number) found).doubleValue() : Double.NaN;
    }

    private Claims claims(int[] rows, Spread spread, int target) {
        return Claims.of(
                scores.data().target(rows, target),
                PartScores.column(spread.mean(), target),
                PartScores.column(spread.deviation(), target));
    }

    private static Map<String, Object> facts(Claims claims) {
        UncertaintyScores scores = UncertaintyScores.of(claims);
        CalibrationCurve curve = new CalibrationCurve(claims);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("crystals", scores.crystals());
        facts.put("within-one", scores.within());
        facts.put("miscalibration-area", scores.area());
        facts.put("rms-z", scores.rmsZ());
        facts.put("ence", scores.ence());
        facts.put("rank-correlation", scores.rankCorrelation());
        facts.put("negative-log-likelihood", scores.logLikelihood());
        facts.put(
                "observed-at-tenths",
                IntStream.range(1, 10)
                        .mapToObj(tenth -> curve.observed(tenth / 10.0))
                        .toList());
        return facts;
    }
}
