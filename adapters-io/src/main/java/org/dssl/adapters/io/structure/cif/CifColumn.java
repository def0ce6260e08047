package org.dssl.adapters.io.structure.cif;

import org.dssl.adapters.io.structure.BadStructureException;

/**
 * The values of one tag: those of a loop's column, or the single one of an item.
 *
 * @param line of the tag, or of its loop
 * @param first the first value in the document; the next stands {@code stride} further
 * @param ragged the loop's values do not fill its last row
 */
record CifColumn(CifDocument document, String tag, int line, int first, int stride, int rows, boolean ragged) {

    /** The value's text; null where it is absent ({@code .} or {@code ?}). */
    String text(int row) {
        int value = first + stride * row;
        return document.absent(value) ? null : document.text(value);
    }

    int line(int row) {
        return document.line(first + stride * row);
    }

    /** @param where added to messages, as {@code  (site Ti2)}; or "" */
    double number(int row, String where) throws BadStructureException {
        int value = first + stride * row;
        double number = document.number(value);
        if (Double.isNaN(number)) {
            throw new BadStructureException(line(row), tag + ": " + why(value) + where);
        }
        return number;
    }

    private String why(int value) {
        return document.absent(value)
                ? "no value is given (" + document.text(value) + ")"
                : "\"" + document.text(value) + "\" is not a number";
    }
}
