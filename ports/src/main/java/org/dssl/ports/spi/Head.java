package org.dssl.ports.spi;

import java.util.List;

/**
 * A head: linear layers, softplus between them, on the atoms' or the crystals' embeddings or after another head.
 *
 * @param name unique within the task; labels of classes carry the name of the head that predicts them
 * @param after the head this one continues, or null
 * @param widths of the layers; the last is the number of outputs
 */
public record Head(Rows rows, String name, String after, List<Integer> widths) {

    /** What a head gives a row for. */
    public enum Rows {
        ATOM,
        CRYSTAL
    }

    public static Head perAtom(String name, Integer... widths) {
        return new Head(Rows.ATOM, name, null, List.of(widths));
    }

    public static Head perCrystal(String name, Integer... widths) {
        return new Head(Rows.CRYSTAL, name, null, List.of(widths));
    }

    public static Head after(Head head, String name, Integer... widths) {
        return new Head(head.rows, name, head.name, List.of(widths));
    }

    public int outputs() {
        return widths.get(widths.size() - 1);
    }
}
