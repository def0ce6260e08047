package org.dssl.domain.graph;

/**
 * Colour refinement (1-dimensional Weisfeiler–Leman) on the multisets of (distance class, colour of neighbour): the
 * coarsest equitable partition that refines the initial colours (method.md section 7).
 */
final class ColourRefinement {
    private ColourRefinement() {}

    /** Colours 0 … n − 1 per atom, numbered in the order of their first atoms. */
    static int[] colours(CrystalGraph graph, int[] edgeClass, int[] initial) {
        int[] source = graph.source();
        int[] target = graph.target();
        Colours atoms = new Colours(graph.atoms());
        for (int atom = 0; atom < initial.length; atom++) {
            atoms.signature[atom] = initial[atom];
        }
        while (atoms.rank() && !atoms.allDiffer()) {
            for (int atom = 0; atom < initial.length; atom++) {
                atoms.signature[atom] = Colours.mix(atoms.of[atom]);
            }
            for (int e = 0; e < source.length; e++) {
                atoms.signature[source[e]] += Colours.member(edgeClass[e], atoms.of[target[e]]);
            }
        }
        return atoms.byFirst();
    }
}
