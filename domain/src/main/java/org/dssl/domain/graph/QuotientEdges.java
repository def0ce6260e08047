package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * What of a full graph is left in its quotient; with the classes of atoms it tells the whole quotient.
 *
 * @param edges of the full graph that are kept, rising
 * @param multiplicity of each
 * @param distance mean of each one's class, Å
 * @param angles of the quotient
 */
public record QuotientEdges(int[] edges, int[] multiplicity, double[] distance, Angles angles) {

    /** @param quotient of a full graph other than itself */
    public static QuotientEdges of(CrystalGraph quotient) {
        return new QuotientEdges(
                quotient.representativeEdge(), quotient.edgeMultiplicity(), quotient.distance(), quotient.angles());
    }

    /**
     * The quotient.
     *
     * @param full its angles are not looked at
     * @param classOf of each atom, 0 … n − 1 in the order of the classes' first atoms
     */
    public CrystalGraph quotient(CrystalGraph full, int[] classOf) {
        int[] representative = new int[classOf.length];
        int[] atomMultiplicity = new int[classOf.length];
        int classes = 0;
        for (int atom = 0; atom < classOf.length; atom++) {
            if (classOf[atom] == classes) {
                representative[classes++] = atom;
            }
            atomMultiplicity[classOf[atom]]++;
        }
        int[] source = new int[edges.length];
        int[] target = new int[edges.length];
        int[] image = new int[3 * edges.length];
        double[] displacement = new double[3 * edges.length];
        for (int i = 0; i < edges.length; i++) {
            source[i] = classOf[full.source()[edges[i]]];
            target[i] = classOf[full.target()[edges[i]]];
            System.arraycopy(full.image(), 3 * edges[i], image, 3 * i, 3);
            System.arraycopy(full.displacement(), 3 * edges[i], displacement, 3 * i, 3);
        }
        return new CrystalGraph(
                classes,
                source,
                target,
                image,
                distance,
                displacement,
                Arrays.copyOf(atomMultiplicity, classes),
                multiplicity,
                Arrays.copyOf(representative, classes),
                edges,
                angles);
    }
}
