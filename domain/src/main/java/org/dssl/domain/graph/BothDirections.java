package org.dssl.domain.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A graph with both directions of every bond: where atom i receives from the image of j, j receives from the opposite
 * image of i. Nearest neighbours alone are one-sided at the rim: i may be the thirteenth of j.
 */
final class BothDirections {
    private final CrystalGraph graph;
    /** Reversed edges, by their source (the old target), then target, then image; and where each source's begin. */
    private final int[] reversed;

    private final int[] start;
    /** The edges of the result in order: e as it is, or ~e turned. */
    private final int[] merged;

    private int count;

    private BothDirections(CrystalGraph graph) {
        this.graph = graph;
        start = starts(graph.target(), graph.atoms());
        reversed = new int[graph.edges()];
        merged = new int[2 * graph.edges()];
    }

    /** @param graph full, without self-loops of length zero */
    static CrystalGraph of(CrystalGraph graph) {
        BothDirections both = new BothDirections(graph);
        both.sortReversed();
        int from = 0;
        for (int atom = 0; atom < graph.atoms(); atom++) {
            int to = from;
            while (to < graph.edges() && graph.source()[to] == atom) {
                to++;
            }
            both.merge(from, to, both.start[atom], both.start[atom + 1]);
            from = to;
        }
        return both.count == graph.edges() ? graph : both.turned();
    }

    /** Where the entries of each atom begin once sorted by atom. */
    static int[] starts(int[] atomOf, int atoms) {
        int[] start = new int[atoms + 1];
        for (int atom : atomOf) {
            start[atom + 1]++;
        }
        for (int atom = 0; atom < atoms; atom++) {
            start[atom + 1] += start[atom];
        }
        return start;
    }

    /** By counting, which keeps the order of sources; images of one pair are turned round, since they change sign. */
    private void sortReversed() {
        int[] next = start.clone();
        int[] target = graph.target();
        int[] source = graph.source();
        for (int run = 0; run < reversed.length; ) {
            int end = run + 1;
            while (end < reversed.length && source[end] == source[run] && target[end] == target[run]) {
                end++;
            }
            for (int e = end - 1; e >= run; e--) {
                reversed[next[target[e]]++] = e;
            }
            run = end;
        }
    }

    /** Two sorted stretches of one source into one; what stands in both is taken once. */
    private void merge(int a, int endA, int b, int endB) {
        while (a < endA || b < endB) {
            int order = a == endA ? 1 : b == endB ? -1 : compare(a, reversed[b]);
            merged[count++] = order <= 0 ? a : ~reversed[b];
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
    }

    private int compare(int edge, int turned) {
        int order = Integer.compare(graph.target()[edge], graph.source()[turned]);
        for (int axis = 0; axis < 3 && order == 0; axis++) {
            order = Integer.compare(graph.image()[3 * edge + axis], -graph.image()[3 * turned + axis]);
        }
        return order;
    }

    private CrystalGraph turned() {
        int[] source = new int[count];
        int[] target = new int[count];
        int[] image = new int[3 * count];
        double[] distance = new double[count];
        double[] displacement = new double[3 * count];
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        for (int i = 0; i < count; i++) {
            boolean turn = merged[i] < 0;
            int e = turn ? ~merged[i] : merged[i];
            int sign = turn ? -1 : 1;
            source[i] = turn ? graph.target()[e] : graph.source()[e];
            target[i] = turn ? graph.source()[e] : graph.target()[e];
            distance[i] = graph.distance()[e];
            for (int axis = 0; axis < 3; axis++) {
                image[3 * i + axis] = sign * graph.image()[3 * e + axis];
                double along = graph.displacement()[3 * e + axis];
                displacement[3 * i + axis] = turn ? 0.0 - along : along; // no negative zeros
            }
        }
        return new CrystalGraph(
                graph.atoms(),
                source,
                target,
                image,
                distance,
                displacement,
                graph.atomMultiplicity(),
                ones,
                graph.representative(),
                IntStream.range(0, count).toArray(),
                graph.angles());
    }
}
