package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * The quotient of a graph by its equal environments (method.md section 7): an invariant network gives equivalent atoms
 * equal vectors, so one of them, with its multiplicity, stands for all.
 */
public final class Quotient {
    private Quotient() {}

    /**
     * Classes of equivalent atoms.
     *
     * @param graph full graph
     * @param initialColours per atom: whatever tells atoms apart at the start, features and labels alike
     * @param tolerance lengths that differ by at most this are one class, Å
     * @return colour per atom, 0 … n − 1 in the order of the classes' first atoms
     */
    public static int[] classes(CrystalGraph graph, int[] initialColours, double tolerance) {
        return EquitablePartition.of(
                graph, DistanceClasses.of(graph.distance(), tolerance).of(), initialColours);
    }

    /**
     * The quotient: one vertex per class of atoms, represented by its first atom; of that atom's edges one per (distance
     * class, class of neighbour), its length the mean of the distance class, its image and displacement those of the
     * first such edge. Edges keep the order of those first ones. Returns {@code graph} itself if nothing collapses.
     *
     * @param graph full graph, all multiplicities one
     * @param initialColours as in {@link #classes}
     */
    public static CrystalGraph of(CrystalGraph graph, int[] initialColours, double tolerance) {
        DistanceClasses lengths = DistanceClasses.of(graph.distance(), tolerance);
        int[] colour = EquitablePartition.of(graph, lengths.of(), initialColours);
        int classes = 0;
        int[] representative = new int[graph.atoms()];
        int[] atomMultiplicity = new int[graph.atoms()];
        for (int atom = 0; atom < colour.length; atom++) {
            if (colour[atom] == classes) {
                representative[classes++] = atom;
            }
            atomMultiplicity[colour[atom]]++;
        }
        int[] edgeMultiplicity = new int[graph.edges()];
        int[] kept = keptEdges(graph, lengths.of(), colour, representative, edgeMultiplicity);
        if (classes == graph.atoms() && kept.length == graph.edges()) {
            return graph;
        }
        return collapsed(
                graph,
                lengths,
                colour,
                kept,
                Arrays.copyOf(representative, classes),
                Arrays.copyOf(atomMultiplicity, classes),
                edgeMultiplicity);
    }

    /** First edge of each group of equal edges into a representative; {@code multiplicity} counts at those. */
    private static int[] keptEdges(
            CrystalGraph graph, int[] lengthClass, int[] colour, int[] representative, int[] multiplicity) {
        int[] kept = new int[graph.edges()];
        int count = 0;
        int start = 0; // of the kept edges of the current source
        for (int e = 0; e < graph.edges(); e++) {
            int source = graph.source()[e];
            if (representative[colour[source]] != source) {
                continue;
            }
            if (count > 0 && graph.source()[kept[count - 1]] != source) {
                start = count;
            }
            int group = start;
            while (group < count && !equal(graph, lengthClass, colour, kept[group], e)) {
                group++;
            }
            if (group == count) {
                kept[count++] = e;
            }
            multiplicity[kept[group]]++;
        }
        return Arrays.copyOf(kept, count);
    }

    private static boolean equal(CrystalGraph graph, int[] lengthClass, int[] colour, int one, int other) {
        return lengthClass[one] == lengthClass[other] && colour[graph.target()[one]] == colour[graph.target()[other]];
    }

    private static CrystalGraph collapsed(
            CrystalGraph graph,
            DistanceClasses lengths,
            int[] colour,
            int[] kept,
            int[] representative,
            int[] atomMultiplicity,
            int[] multiplicity) {
        int edges = kept.length;
        int[] source = new int[edges];
        int[] target = new int[edges];
        int[] image = new int[3 * edges];
        double[] distance = new double[edges];
        double[] displacement = new double[3 * edges];
        int[] edgeMultiplicity = new int[edges];
        for (int i = 0; i < edges; i++) {
            int e = kept[i];
            source[i] = colour[graph.source()[e]];
            target[i] = colour[graph.target()[e]];
            distance[i] = lengths.mean()[lengths.of()[e]];
            edgeMultiplicity[i] = multiplicity[e];
            System.arraycopy(graph.image(), 3 * e, image, 3 * i, 3);
            System.arraycopy(graph.displacement(), 3 * e, displacement, 3 * i, 3);
        }
        return new CrystalGraph(
                representative.length,
                source,
                target,
                image,
                distance,
                displacement,
                atomMultiplicity,
                edgeMultiplicity,
                representative,
                Angles.NONE);
    }
}
