package org.dssl.domain.graph;

/**
 * The graph of one crystal as primitive arrays. Legend: V atoms, E directed edges.
 *
 * <p>Edge e is counted among the neighbours of atom {@code source[e]}, which <b>receives</b> its message from
 * {@code target[e]}; the target stands in the cell offset by {@code image[3e … 3e+2]} lattice vectors. Edges are
 * ordered by source, then target, then image; self-loops of the paper's mode come last.
 *
 * <p>Multiplicities say how many equal atoms of the crystal an atom stands for, and how many equal edges into its
 * source an edge stands for; all are one unless the graph is a quotient. {@code representative[v]} is the atom of the
 * crystal that atom v stands for (itself without a quotient), {@code representativeEdge[e]} the edge of the full graph. In a quotient, source and target are classes, image and
 * displacement those of the first edge of its kind into the representative, and edges keep the order of those.
 *
 * @param distance Å, (E)
 * @param displacement from source to target image, Å, (E · 3)
 * @param angles between bonds that meet; {@link Angles#NONE} if not asked for
 */
public record CrystalGraph(
        int atoms,
        int[] source,
        int[] target,
        int[] image,
        double[] distance,
        double[] displacement,
        int[] atomMultiplicity,
        int[] edgeMultiplicity,
        int[] representative,
        int[] representativeEdge,
        Angles angles) {

    public int edges() {
        return source.length;
    }

    /** How many edges each atom receives from, equal ones counted, self-loops too: its degree in the full graph. */
    public int[] degrees() {
        int[] degrees = new int[atoms];
        for (int e = 0; e < source.length; e++) {
            degrees[source[e]] += edgeMultiplicity[e];
        }
        return degrees;
    }

    public CrystalGraph withAngles(Angles of) {
        return new CrystalGraph(
                atoms,
                source,
                target,
                image,
                distance,
                displacement,
                atomMultiplicity,
                edgeMultiplicity,
                representative,
                representativeEdge,
                of);
    }
}
