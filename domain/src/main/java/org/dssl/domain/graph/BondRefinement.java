package org.dssl.domain.graph;

import java.util.Arrays;

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
        return new BondRefinement(atoms.byFirst(), bonds.byFirst()).checked(graph, lengthClass, cosineClass, initial);
    }

    /**
     * Hashes are not trusted: with atoms and bonds as vertices of one graph, this is the partition that
     * {@link EquitablePartition} checks and, should a hash have merged too much, splits.
     */
    private BondRefinement checked(CrystalGraph graph, int[] lengthClass, int[] cosineClass, int[] initial) {
        int atomCount = atoms.length;
        int count = bonds.length;
        Angles angles = graph.angles();
        int[] receiver = new int[3 * count + angles.count()];
        int[] sender = new int[receiver.length];
        int[] kind = new int[receiver.length];
        int[] first = Arrays.copyOf(initial, atomCount + count);
        int[] colour = Arrays.copyOf(atoms, atomCount + count);
        int ofAtoms = 1 + Arrays.stream(atoms).max().orElse(-1);
        for (int e = 0; e < count; e++) {
            int bond = atomCount + e;
            first[bond] = lengthClass[e];
            colour[bond] = ofAtoms + bonds[e];
            link(receiver, sender, kind, 3 * e, graph.source()[e], bond, 0);
            link(receiver, sender, kind, 3 * e + 1, bond, graph.source()[e], 1);
            link(receiver, sender, kind, 3 * e + 2, bond, graph.target()[e], 2);
        }
        for (int a = 0; a < angles.count(); a++) {
            int into = atomCount + angles.into()[a];
            link(receiver, sender, kind, 3 * count + a, into, atomCount + angles.from()[a], 3 + cosineClass[a]);
        }
        int[] exact = EquitablePartition.refined(receiver, sender, kind, first, colour);
        return exact == colour ? this : split(exact, atomCount);
    }

    private static void link(int[] receiver, int[] sender, int[] kind, int at, int into, int from, int of) {
        receiver[at] = into;
        sender[at] = from;
        kind[at] = of;
    }

    private static BondRefinement split(int[] exact, int atomCount) {
        int[] ofAtoms = Arrays.copyOf(exact, atomCount);
        int before = 1 + Arrays.stream(ofAtoms).max().orElse(-1);
        int[] ofBonds = Arrays.stream(exact, atomCount, exact.length)
                .map(colour -> colour - before)
                .toArray();
        return new BondRefinement(ofAtoms, ofBonds);
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
