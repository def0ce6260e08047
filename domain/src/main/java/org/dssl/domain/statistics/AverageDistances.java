package org.dssl.domain.statistics;

import java.util.Arrays;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.PeriodicSearch;

/**
 * A crystal as numbers that do not depend on how it is written down (cell, supercell, order of atoms, origin, orientation):
 * for each ordered pair of its elements the distance, averaged over the atoms of the first, to the nearest atom of the
 * second, to the second nearest, and so on to the {@value #NEIGHBOURS}-th. They move continuously with the atoms: by less
 * than twice as much.
 *
 * <p>Source: the average minimum distances of Widdowson, Mosca, Pulido, Cooper and Kurlin, <i>MATCH</i> 87, 529 (2022), here
 * by pairs of elements. A crystal and its mirror image are the same to them, and so may be stackings that differ beyond the
 * last neighbour.
 */
final class AverageDistances {
    static final int NEIGHBOURS = 40;

    private static final double FIRST_RADIUS = 6;
    private static final double LONGER = 1.3;
    /** Of a bin of the search, Å. */
    private static final double SIDE = 3;

    private final int[] elements;
    private final PeriodicSearch search;
    private final Crystal crystal;
    private final double[] sums;
    private final double[][] nearest;
    private final int[] found;

    private AverageDistances(Crystal crystal) {
        this.crystal = crystal;
        elements = Arrays.stream(crystal.atomicNumbers()).sorted().distinct().toArray();
        search = new PeriodicSearch(crystal, SIDE);
        sums = new double[elements.length * elements.length * NEIGHBOURS];
        nearest = new double[elements.length][];
        found = new int[elements.length];
    }

    /** In Å; crystals of the same elements have equally many. */
    static double[] of(Crystal crystal) {
        AverageDistances distances = new AverageDistances(crystal);
        int[] counts = new int[distances.elements.length];
        for (int atom = 0; atom < crystal.atoms(); atom++) {
            counts[distances.element(atom)]++;
            distances.add(atom);
        }
        double[] means = distances.sums;
        int perElement = counts.length * NEIGHBOURS;
        Arrays.setAll(means, i -> distances.sums[i] / counts[i / perElement]);
        return means;
    }

    private int element(int atom) {
        return Arrays.binarySearch(elements, crystal.atomicNumber(atom));
    }

    private void add(int atom) {
        double radius = FIRST_RADIUS;
        while (!collect(atom, radius)) {
            radius *= LONGER;
        }
        for (int second = 0; second < elements.length; second++) {
            Arrays.sort(nearest[second], 0, found[second]);
            int start = (element(atom) * elements.length + second) * NEIGHBOURS;
            for (int k = 0; k < NEIGHBOURS; k++) {
                sums[start + k] += Math.sqrt(nearest[second][k]);
            }
        }
    }

    /** Squared distances by element; whether there are enough of each. */
    private boolean collect(int atom, double radius) {
        int hits = search.within(atom, radius);
        if (hits < elements.length * NEIGHBOURS) {
            return false;
        }
        Arrays.fill(found, 0);
        for (int second = 0; second < elements.length; second++) {
            if (nearest[second] == null || nearest[second].length < hits) {
                nearest[second] = new double[2 * hits];
            }
        }
        for (int hit = 0; hit < hits; hit++) {
            int second = element(search.target(hit));
            nearest[second][found[second]++] = search.squared(hit);
        }
        return Arrays.stream(found).allMatch(n -> n >= NEIGHBOURS);
    }

    /**
     * The largest difference between the distances of two crystals of the same elements, as a share of the larger one.
     *
     * @param limit beyond which it does not matter how large it is; then infinite
     */
    static double difference(double[] one, double[] other, double limit) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = Math.abs(one[i] - other[i]) / Math.max(one[i], other[i]);
            if (difference > limit) {
                return Double.POSITIVE_INFINITY;
            }
            largest = Math.max(largest, difference);
        }
        return largest;
    }
}
