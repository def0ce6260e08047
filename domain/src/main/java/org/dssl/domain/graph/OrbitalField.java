package org.dssl.domain.graph;

import java.util.Arrays;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.ValenceOrbitals;

/**
 * The orbital field matrix of an atom as columns of its features: which of its subshells meet which of its neighbours'.
 * Source: Pham et al., Sci. Technol. Adv. Mater. 18:756 (2017), with the atom's own subshells joined as in OGCNN, Karamad et
 * al., Phys. Rev. Mater. 4:093801 (2020):
 *
 * <pre>
 *   F_i = o_i ⊗ (1 ‖ Σ_j w_ij o_j)        o the 32 bits of {@link ValenceOrbitals}; F is 32 × 33, row by row
 *   w_ij = (d_i / d_ij)⁴                   d_i the distance of i's nearest neighbour
 * </pre>
 *
 * <p>Deviation: in the papers w_ij is j's share of the largest solid angle among the faces of i's Voronoi cell, which OGCNN's
 * code divides by d_ij⁴. Here j runs over the graph's neighbours, and w is made of distances alone: 1 for the nearest
 * neighbours too, and the same in any unit.
 *
 * <p>Neighbours count with their multiplicities, lengths are those of the batch, so that equivalent atoms have equal rows
 * and a quotient those of its full graph. A masked atom has zeros, and a masked neighbour adds none.
 */
final class OrbitalField {
    private static final int WIDTH = 1 + ValenceOrbitals.COUNT;
    /** Columns of the matrix. */
    static final int COLUMNS = ValenceOrbitals.COUNT * WIDTH;

    private static final int[][] ORBITALS = new int[Elements.KNOWN + 1][];

    static {
        ORBITALS[0] = new int[0]; // masked
        for (int number = 1; number <= Elements.KNOWN; number++) {
            ORBITALS[number] = ValenceOrbitals.of(number);
        }
    }

    private OrbitalField() {}

    /**
     * Writes the matrices of a graph's atoms into zeros.
     *
     * @param numbers of the graph's atoms, 0 if masked
     * @param length Å, of each edge; 0 of an edge from an atom to itself in place, which is no neighbour
     * @param at where the first atom's matrix begins
     * @param stride from there to the next atom's
     */
    static void write(CrystalGraph graph, int[] numbers, double[] length, double[] features, int at, int stride) {
        double[] nearest = new double[graph.atoms()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int e = 0; e < length.length; e++) {
            if (length[e] > 0) {
                nearest[graph.source()[e]] = Math.min(nearest[graph.source()[e]], length[e]);
            }
        }
        for (int e = 0; e < length.length; e++) {
            if (length[e] > 0) {
                int source = graph.source()[e];
                double ratio = nearest[source] / length[e];
                double weight = graph.edgeMultiplicity()[e] * ratio * ratio * ratio * ratio;
                add(
                        ORBITALS[numbers[source]],
                        ORBITALS[numbers[graph.target()[e]]],
                        weight,
                        features,
                        at + source * stride);
            }
        }
        for (int atom = 0; atom < numbers.length; atom++) {
            for (int own : ORBITALS[numbers[atom]]) {
                features[at + atom * stride + own * WIDTH] = 1;
            }
        }
    }

    private static void add(int[] own, int[] neighbour, double weight, double[] features, int at) {
        for (int row : own) {
            for (int column : neighbour) {
                features[at + row * WIDTH + 1 + column] += weight;
            }
        }
    }
}
