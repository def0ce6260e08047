package org.dssl.domain.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.ReducedFormula;

/**
 * Crystals of one set that another has too, however they are written down there. Two are the same if they have the same
 * reduced formula and all their {@link AverageDistances} agree within {@value #TOLERANCE}, relatively.
 *
 * <p>Missed are copies that were relaxed otherwise, so that lengths differ by more, and those with other elements on some
 * sites; merged are mirror images. {@code sameFormula} bounds from above what can have been missed among equal formulas.
 *
 * @param sameFormula how many crystals of B have a reduced formula that occurs in A
 * @param found each crystal of B that A has, in the order of B, with the most similar one of A
 */
public record Duplicates(int sameFormula, List<Pair> found) {
    /** Of a distance: 0.01 Å of 2 Å. */
    public static final double TOLERANCE = 0.005;

    /** @param difference the largest relative difference between their average distances */
    public record Pair(String a, String b, double difference) {}

    private record Known(Crystal crystal, double[] distances) {}

    /** Compares what has the same formula only; uses all cores. */
    public static Duplicates between(List<Crystal> a, List<Crystal> b) {
        List<String> formulas = b.parallelStream().map(ReducedFormula::of).toList();
        Set<String> wanted = Set.copyOf(formulas);
        Map<String, List<Known>> known = a.parallelStream()
                .filter(crystal -> wanted.contains(ReducedFormula.of(crystal)))
                .map(crystal -> new Known(crystal, AverageDistances.of(crystal)))
                .collect(Collectors.groupingBy(one -> ReducedFormula.of(one.crystal())));
        Pair[] pairs = new Pair[b.size()];
        Arrays.parallelSetAll(pairs, i -> nearest(b.get(i), known.getOrDefault(formulas.get(i), List.of())));
        int sameFormula = (int) formulas.stream().filter(known::containsKey).count();
        return new Duplicates(
                sameFormula, Arrays.stream(pairs).filter(Objects::nonNull).toList());
    }

    /** Null if none is the same. */
    private static Pair nearest(Crystal crystal, List<Known> candidates) {
        if (candidates.isEmpty()) {
            return null;
        }
        double[] distances = AverageDistances.of(crystal);
        Pair best = null;
        for (Known candidate : candidates) {
            double limit = best == null ? TOLERANCE : best.difference();
            double difference = AverageDistances.difference(distances, candidate.distances(), limit);
            if (difference <= TOLERANCE && (best == null || difference < best.difference())) {
                best = new Pair(candidate.crystal().id(), crystal.id(), difference);
            }
        }
        return best;
    }
}
