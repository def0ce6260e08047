package org.dssl.domain.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Everything a step changes: weights with running statistics, the optimiser's moments, and the number of steps.
 *
 * @param weights by name; parameters and running statistics
 * @param firstMoments Adam's m by parameter name; empty before the first step
 * @param secondMoments Adam's v by parameter name; empty before the first step
 */
public record ModelState(
        Map<String, NamedArray> weights,
        Map<String, double[]> firstMoments,
        Map<String, double[]> secondMoments,
        long step) {

    public static ModelState ofWeights(Map<String, NamedArray> weights) {
        return new ModelState(weights, Map.of(), Map.of(), 0);
    }

    /** The weights whose name passes, without optimiser state: for carrying an encoder to another program. */
    public ModelState weightsOnly(Predicate<String> name) {
        Map<String, NamedArray> kept = new LinkedHashMap<>();
        weights.forEach((key, value) -> {
            if (name.test(key)) {
                kept.put(key, value);
            }
        });
        return ofWeights(kept);
    }
}
