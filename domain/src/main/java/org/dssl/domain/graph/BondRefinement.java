package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * Equal atoms and equal bonds, for networks that read angles: an atom by the multiset of colours of the bonds into it, a
 * bond by its length, its two ends, and the multiset of (cosine class, colour of the bond that leads into it). The
 * coarsest partition of both that is equitable and refines the initial colours (method.md section 7).
 *
 * @param atoms colour per atom, numbered in the order of their first atoms
 * @param bonds colour per edge, numbered in the order of their first edges
 */
record BondRefinement(int[] atoms, int[] bonds) {
    private static final int INTO_ATOM = 0;
    private static final int RECEIVING_END = 1;
    private static final int OTHER_END = 2;
    private static final int ANGLES = 3;

    /**
     * One graph of atoms and bonds, atoms first: an atom receives from its bonds, a bond from its ends and from the bonds
     * that lead into it.
     *
     * @param lengthClass per edge
     * @param cosineClass per angle
     */
    static BondRefinement of(CrystalGraph graph, int[] lengthClass, int[] cosineClass, int[] initial) {
        int atoms = graph.atoms();
        int edges = graph.edges();
        Angles angles = graph.angles();
        int arcs = 3 * edges + angles.count();
        int[] into = new int[arcs];
        int[] from = new int[arcs];
        int[] arcClass = new int[arcs];
        for (int e = 0; e < edges; e++) {
            set(e, INTO_ATOM, graph.source()[e], atoms + e, into, from, arcClass);
            set(edges + e, RECEIVING_END, atoms + e, graph.source()[e], into, from, arcClass);
            set(2 * edges + e, OTHER_END, atoms + e, graph.target()[e], into, from, arcClass);
        }
        for (int a = 0; a < angles.count(); a++) {
            int arc = 3 * edges + a;
            set(arc, ANGLES + cosineClass[a], atoms + angles.into()[a], atoms + angles.from()[a], into, from, arcClass);
        }
        int[] first = Arrays.copyOf(initial, atoms + edges);
        System.arraycopy(lengthClass, 0, first, atoms, edges);
        return split(EquitablePartition.of(into, from, arcClass, first), atoms);
    }

    private static void set(int arc, int kind, int receiver, int giver, int[] into, int[] from, int[] arcClass) {
        into[arc] = receiver;
        from[arc] = giver;
        arcClass[arc] = kind;
    }

    /** Atoms and bonds share no colour, since they receive along different kinds of arcs. */
    private static BondRefinement split(int[] colour, int atoms) {
        int[] ofAtoms = Arrays.copyOf(colour, atoms);
        int coloursOfAtoms = Arrays.stream(ofAtoms).max().orElse(-1) + 1;
        int[] ofBonds = Arrays.stream(colour, atoms, colour.length)
                .map(c -> c - coloursOfAtoms)
                .toArray();
        return new BondRefinement(ofAtoms, ofBonds);
    }
}
