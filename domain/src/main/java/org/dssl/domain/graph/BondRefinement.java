package org.dssl.domain.graph;

/**
 * Colour refinement of atoms and bonds together, for networks that read angles: an atom by the multiset of (colour of a
 * bond into it, colour of that bond's other end), a bond by its length, its ends, and the multiset of (cosine class,
 * colour of the bond that leads into it). The coarsest partition of both that is equitable and refines the initial
 * colours (method.md section 7).
 *
 * @param atoms colour per atom, numbered in the order of their first atoms
 * @param bonds colour per edge, numbered in the order of their first edges
 */
record BondRefinement(int[] atoms, int[] bonds) {

    /**
     * @param lengthClass per edge
     * @param cosineClass per angle
     */
    static BondRefinement of(CrystalGraph graph, int[] lengthClass, int[] cosineClass, int[] initial) {
        Colours atoms = new Colours(graph.atoms());
        Colours bonds = new Colours(graph.edges());
        for (int atom = 0; atom < initial.length; atom++) {
            atoms.signature[atom] = initial[atom];
        }
        for (int e = 0; e < lengthClass.length; e++) {
            bonds.signature[e] = lengthClass[e];
        }
        boolean more = atoms.rank() | bonds.rank();
        while (more && !(atoms.allDiffer() && bonds.allDiffer())) {
            signAtoms(graph, atoms, bonds);
            signBonds(graph, atoms, bonds, cosineClass);
            more = atoms.rank() | bonds.rank();
        }
        return new BondRefinement(atoms.byFirst(), bonds.byFirst());
    }

    private static void signAtoms(CrystalGraph graph, Colours atoms, Colours bonds) {
        for (int atom = 0; atom < graph.atoms(); atom++) {
            atoms.signature[atom] = Colours.mix(atoms.of[atom]);
        }
        for (int e = 0; e < graph.edges(); e++) {
            atoms.signature[graph.source()[e]] += Colours.member(bonds.of[e], atoms.of[graph.target()[e]]);
        }
    }

    private static void signBonds(CrystalGraph graph, Colours atoms, Colours bonds, int[] cosineClass) {
        for (int e = 0; e < graph.edges(); e++) {
            long ends = Colours.member(atoms.of[graph.source()[e]], atoms.of[graph.target()[e]]);
            bonds.signature[e] = Colours.mix(ends + Colours.mix(bonds.of[e]));
        }
        int[] from = graph.angles().from();
        int[] into = graph.angles().into();
        for (int a = 0; a < from.length; a++) {
            bonds.signature[into[a]] += Colours.member(cosineClass[a], bonds.of[from[a]]);
        }
    }
}
