package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * The coarsest equitable partition that refines given first colours: vertices of a class have equal first colours and
 * equal multisets of (edge class, colour of neighbour).
 *
 * <p>{@link ColourRefinement} finds it by hashing. What follows here compares the multisets themselves, so that the
 * quotient is exact and not only almost surely so: a hash can only merge too much, and what differs is split until
 * nothing does. Vertices alone in their class cost nothing.
 */
final class EquitablePartition {
    private EquitablePartition() {}

    /**
     * Colours 0 … n − 1 per vertex, numbered in the order of their first vertices.
     *
     * @param source of each edge, the vertex that receives; any order
     * @param edgeClass of each edge, not negative
     * @param initial first colour per vertex
     */
    static int[] of(int[] source, int[] target, int[] edgeClass, int[] initial) {
        int[] colour = ColourRefinement.colours(source, target, edgeClass, initial);
        return refined(source, target, edgeClass, initial, colour);
    }

    /**
     * The coarsest equitable partition that refines both {@code initial} and {@code colour}, which is {@code colour}
     * itself if that is one already.
     *
     * @param colour 0 … n − 1 per vertex, numbered in the order of their first vertices
     */
    static int[] refined(int[] source, int[] target, int[] edgeClass, int[] initial, int[] colour) {
        int[] start = starts(source, colour.length);
        int[] order = bySource(source, start);
        long[] environment = new long[source.length];
        int[] refined = colour;
        int[] split;
        while ((split = splitOnce(start, order, target, edgeClass, initial, refined, environment)) != refined) {
            refined = split;
        }
        return refined;
    }

    /** First position of each vertex' edges among edges sorted by source, and the end of the last. */
    private static int[] starts(int[] source, int vertices) {
        int[] start = new int[vertices + 1];
        for (int vertex : source) {
            start[vertex + 1]++;
        }
        for (int vertex = 0; vertex < vertices; vertex++) {
            start[vertex + 1] += start[vertex];
        }
        return start;
    }

    private static int[] bySource(int[] source, int[] start) {
        int[] next = start.clone();
        int[] order = new int[source.length];
        for (int e = 0; e < source.length; e++) {
            order[next[source[e]]++] = e;
        }
        return order;
    }

    /** Parts from each class the vertices that differ from its first one; {@code colour} itself if none does. */
    private static int[] splitOnce(
            int[] start, int[] order, int[] target, int[] edgeClass, int[] initial, int[] colour, long[] environment) {
        int[] size = new int[colour.length];
        for (int c : colour) {
            size[c]++;
        }
        int[] first = new int[colour.length];
        Arrays.fill(first, -1);
        int[] split = null;
        for (int vertex = 0; vertex < colour.length; vertex++) {
            int c = colour[vertex];
            if (size[c] == 1) {
                continue;
            }
            for (int at = start[vertex]; at < start[vertex + 1]; at++) {
                environment[at] = (long) edgeClass[order[at]] << 32 | colour[target[order[at]]];
            }
            Arrays.sort(environment, start[vertex], start[vertex + 1]);
            if (first[c] < 0) {
                first[c] = vertex;
            } else if (initial[vertex] != initial[first[c]] || differ(environment, start, vertex, first[c])) {
                split = split == null ? colour.clone() : split;
                split[vertex] = colour.length + c;
            }
        }
        return split == null ? colour : byFirstVertex(split);
    }

    private static boolean differ(long[] environment, int[] start, int one, int other) {
        return !Arrays.equals(environment, start[one], start[one + 1], environment, start[other], start[other + 1]);
    }

    /** Numbers colours below twice the number of vertices in the order of their first vertices. */
    private static int[] byFirstVertex(int[] colour) {
        int[] name = new int[2 * colour.length];
        Arrays.fill(name, -1);
        int named = 0;
        for (int vertex = 0; vertex < colour.length; vertex++) {
            if (name[colour[vertex]] < 0) {
                name[colour[vertex]] = named++;
            }
            colour[vertex] = name[colour[vertex]];
        }
        return colour;
    }
}
