package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * The quotient of a graph by its equal environments (method.md section 7): an invariant network gives equivalent atoms
 * equal vectors, so one of them, with its multiplicity, stands for all. In a graph with angles the same holds of bonds.
 */
public final class Quotient {
    private final CrystalGraph graph;
    private final DistanceClasses lengths;
    private final DistanceClasses cosines;
    private final int[] colour;
    /** Edges into one atom are equal if their kinds are. */
    private final long[] kind;

    private int classes;
    private final int[] representative;
    /** First edge of each group of equal edges into a representative. */
    private int[] kept;
    /** At the kept edges. */
    private final int[] edgeMultiplicity;

    private Quotient(CrystalGraph graph, int[] initialColours, double tolerance) {
        this.graph = graph;
        lengths = DistanceClasses.of(graph.distance(), tolerance);
        cosines = DistanceClasses.of(graph.angles().cosine(), tolerance);
        kind = new long[graph.edges()];
        if (graph.angles().count() > 0) {
            BondRefinement refined = BondRefinement.of(graph, lengths.of(), cosines.of(), initialColours);
            colour = refined.atoms();
            Arrays.setAll(kind, e -> refined.bonds()[e]);
        } else {
            colour = EquitablePartition.of(graph.source(), graph.target(), lengths.of(), initialColours);
            Arrays.setAll(kind, e -> (long) lengths.of()[e] << 32 | colour[graph.target()[e]]);
        }
        representative = new int[graph.atoms()];
        edgeMultiplicity = new int[graph.edges()];
    }

    /**
     * Classes of equivalent atoms.
     *
     * @param graph full graph
     * @param initialColours per atom: whatever tells atoms apart at the start, features and labels alike
     * @param tolerance lengths that differ by at most this are one class, Å; cosines likewise
     * @return colour per atom, 0 … n − 1 in the order of the classes' first atoms
     */
    public static int[] classes(CrystalGraph graph, int[] initialColours, double tolerance) {
        return new Quotient(graph, initialColours, tolerance).colour;
    }

    /**
     * The quotient: one vertex per class of atoms, represented by its first atom; of that atom's edges one per (distance
     * class, class of neighbour), its length the mean of the distance class, its image and displacement those of the
     * first such edge. Edges keep the order of those first ones. Of a graph with angles: one edge per class of bonds, and
     * of the angles into it one per (cosine class, class of the other bond), its cosine the mean of the class. Returns
     * {@code graph} itself if nothing collapses.
     *
     * @param graph full graph, all multiplicities one
     * @param initialColours as in {@link #classes}
     */
    public static CrystalGraph of(CrystalGraph graph, int[] initialColours, double tolerance) {
        Quotient quotient = new Quotient(graph, initialColours, tolerance);
        quotient.findRepresentatives();
        quotient.keepEdges();
        boolean whole = quotient.classes == graph.atoms() && quotient.kept.length == graph.edges();
        return whole ? graph : quotient.collapsed();
    }

    private void findRepresentatives() {
        for (int atom = 0; atom < colour.length; atom++) {
            if (colour[atom] == classes) {
                representative[classes++] = atom;
            }
        }
    }

    private void keepEdges() {
        kept = new int[graph.edges()];
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
            while (group < count && kind[kept[group]] != kind[e]) {
                group++;
            }
            if (group == count) {
                kept[count++] = e;
            }
            edgeMultiplicity[kept[group]]++;
        }
        kept = Arrays.copyOf(kept, count);
    }

    private CrystalGraph collapsed() {
        double[] distance = new double[kept.length];
        int[] multiplicity = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            distance[i] = lengths.mean()[lengths.of()[kept[i]]];
            multiplicity[i] = edgeMultiplicity[kept[i]];
        }
        Angles angles = graph.angles().count() > 0 ? collapsedAngles() : Angles.NONE;
        return new QuotientEdges(kept, multiplicity, distance, angles).quotient(graph, colour);
    }

    private Angles collapsedAngles() {
        int[] bonds = new int[kind.length];
        Arrays.setAll(bonds, e -> (int) kind[e]);
        return CollapsedAngles.of(graph.angles(), cosines, bonds, kept);
    }
}
