package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * All angles of a graph: every bond k → i into every bond i → j, a bond into its own reverse too (cosine 1).
 *
 * <p>A bond to an atom's own image goes on, in the next cell, as a translate of itself: another bond of the crystal, at
 * 180°. It is joined like any other, so that a cell has the angles of its supercells (docs/adr/0003).
 */
final class LineGraph {
    private LineGraph() {}

    /** The graph with its angles. @param graph full, both directions of every bond, edges ordered by source */
    static CrystalGraph with(CrystalGraph graph) {
        return graph.withAngles(angles(graph));
    }

    private static Angles angles(CrystalGraph graph) {
        int[] start = BothDirections.starts(graph.source(), graph.atoms());
        double[] unit = unitVectors(graph);
        int count = 0;
        for (int atom : graph.target()) {
            count += start[atom + 1] - start[atom];
        }
        int[] from = new int[count];
        int[] into = new int[count];
        double[] cosine = new double[count];
        int a = 0;
        for (int bond = 0; bond < graph.edges(); bond++) {
            // The bond's displacement points from its receiver j to i: the direction from i to j is the opposite.
            double x = -unit[3 * bond];
            double y = -unit[3 * bond + 1];
            double z = -unit[3 * bond + 2];
            int vertex = graph.target()[bond];
            for (int other = start[vertex]; other < start[vertex + 1]; other++) {
                from[a] = other;
                into[a] = bond;
                double product = x * unit[3 * other] + y * unit[3 * other + 1] + z * unit[3 * other + 2];
                cosine[a++] = Math.max(-1, Math.min(1, product));
            }
        }
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        return new Angles(from, into, cosine, ones);
    }

    private static double[] unitVectors(CrystalGraph graph) {
        double[] unit = graph.displacement().clone();
        for (int e = 0; e < graph.edges(); e++) {
            double inverse = 1 / graph.distance()[e];
            for (int axis = 0; axis < 3; axis++) {
                unit[3 * e + axis] *= inverse;
            }
        }
        return unit;
    }
}
