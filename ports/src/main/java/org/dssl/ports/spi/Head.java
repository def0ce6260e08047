package org.dssl.ports.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A head: linear layers, softplus between them, on what the encoder gives or after another head. Legend: V atoms, E edges,
 * G crystals of a batch.
 *
 * @param name unique within the task; labels of classes carry the name of the head that predicts them
 * @param after the head this one continues, or null; of {@link Kind#FORCES}, the head of the energies
 * @param widths of the layers; the last is the number of outputs
 */
public record Head(Kind kind, String name, String after, List<Integer> widths) {

    /** What a head reads and gives. */
    public enum Kind {
        /** (V, outputs) from atoms' embeddings. */
        ATOM,
        /** (E, outputs) from the embeddings of an edge's two ends; the edge's length is not shown. */
        EDGE,
        /** (G, outputs) from crystals' embeddings. */
        CRYSTAL,
        /** (V, 3): Σ_j f_ij·r̂_ij over an atom's edges, f from both ends' embeddings and the length. */
        VECTORS,
        /** (V, 3): −∂(Σ energies)/∂r, from the outputs of another head, whatever it reads. */
        FORCES
    }

    public Head {
        widths = List.copyOf(widths);
    }

    public static Head perAtom(String name, Integer... widths) {
        return new Head(Kind.ATOM, name, null, List.of(widths));
    }

    public static Head perEdge(String name, Integer... widths) {
        return new Head(Kind.EDGE, name, null, List.of(widths));
    }

    public static Head perCrystal(String name, Integer... widths) {
        return new Head(Kind.CRYSTAL, name, null, List.of(widths));
    }

    /** Continues an earlier head, row by row. */
    public static Head after(Head head, String name, Integer... widths) {
        if (head.needsDirections()) {
            throw new IllegalArgumentException("head '" + name + "' cannot continue '" + head.name
                    + "': layers on vectors would give other results for a turned crystal");
        }
        return new Head(head.kind, name, head.name, List.of(widths));
    }

    /**
     * A vector of each atom that turns with the crystal.
     *
     * @param hidden widths of the layers between embeddings and f
     */
    public static Head vectors(String name, Integer... hidden) {
        List<Integer> widths = new ArrayList<>(Arrays.asList(hidden));
        widths.add(1);
        return new Head(Kind.VECTORS, name, null, widths);
    }

    /**
     * Forces as the energy's negative gradient, at constant batch statistics: a crystal's forces do not hang on the others of
     * its batch.
     *
     * @param energy a head of one output; the sum of it over all its rows is the energy
     */
    public static Head forces(String name, Head energy) {
        if (energy.needsDirections() || energy.outputs() != 1) {
            throw new IllegalArgumentException("forces '" + name + "' need an energy of one output, but '" + energy.name
                    + "' is " + energy.kind + " with " + energy.outputs());
        }
        return new Head(Kind.FORCES, name, energy.name, List.of(3));
    }

    /** Whether it reads directions, which equivalent atoms do not share: its views are computed without the quotient. */
    public boolean needsDirections() {
        return kind == Kind.VECTORS || kind == Kind.FORCES;
    }

    public int outputs() {
        return kind == Kind.VECTORS ? 3 : widths.get(widths.size() - 1);
    }
}
