package org.dssl.bench;

import java.util.Arrays;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;

/** Graphs of wide cells against the distances of all pairs, for some of the atoms; the cell must be orthogonal. */
final class PairCheck {
    private static final int SAMPLE = 50;
    private static final int NEIGHBOURS = 12;
    private static final double TOLERANCE = 1e-9;
    private static final double SHELL = 1e-4;

    private PairCheck() {}

    static void allImages(Crystal crystal, CrystalGraph graph) {
        check(crystal, graph, SHELL, 0);
    }

    /** Here the nearest image of an atom is the only near one, so that the modes differ by shell and self-loop alone. */
    static void minimumImages(Crystal crystal, CrystalGraph graph) {
        check(crystal, graph, 0, 1);
    }

    private static void check(Crystal crystal, CrystalGraph graph, double shell, int loops) {
        for (int sample = 0; sample < SAMPLE; sample++) {
            int atom = (int) ((long) sample * crystal.atoms() / SAMPLE);
            double[] all = distances(crystal, atom);
            double last = all[NEIGHBOURS - 1] + shell;
            double[] expected = Arrays.stream(all).filter(d -> d <= last).toArray();
            double[] found = lengths(graph, atom);
            boolean right = found.length == expected.length + loops;
            for (int i = 0; right && i < expected.length; i++) {
                right = Math.abs(expected[i] - found[i + loops]) <= TOLERANCE;
            }
            if (!right) {
                throw new IllegalStateException("atom " + atom + ": expected " + Arrays.toString(expected) + ", found "
                        + Arrays.toString(found));
            }
        }
    }

    private static double[] distances(Crystal crystal, int atom) {
        double[] squares = new double[crystal.atoms()];
        for (int axis = 0; axis < 3; axis++) {
            double length = crystal.lattice().length(axis);
            for (int other = 0; other < squares.length; other++) {
                double f = crystal.fractional(other, axis) - crystal.fractional(atom, axis);
                double d = length * (f - Math.rint(f));
                squares[other] += d * d;
            }
        }
        squares[atom] = Double.POSITIVE_INFINITY;
        return Arrays.stream(squares).map(Math::sqrt).sorted().toArray();
    }

    private static double[] lengths(CrystalGraph graph, int atom) {
        double[] lengths = new double[graph.edges()];
        int count = 0;
        for (int e = 0; e < graph.edges(); e++) {
            if (graph.source()[e] == atom) {
                lengths[count++] = graph.distance()[e];
            }
        }
        Arrays.sort(lengths, 0, count);
        return Arrays.copyOf(lengths, count);
    }
}
