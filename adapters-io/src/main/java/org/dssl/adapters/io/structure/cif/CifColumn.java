package org.dssl.adapters.io.structure.cif;

import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Shown;

/**
 * The values of one tag: those of a loop's column, or the single one of an item.
 *
 * @param tag as the file writes it
 * @param line of the tag, or of its loop
 * @param first the first value in the document; the next stands {@code stride} further
 * @param ragged the loop's values do not fill its last row
 */
record CifColumn(CifDocument document, String tag, int line, int first, int stride, int rows, boolean ragged) {

    /** The value's text; null where it is unknown ({@code ?}) or the dictionary's default ({@code .}). */
    String text(int row) {
        int value = first + stride * row;
        return document.is(value, '.') || document.is(value, '?') ? null : document.text(value);
    }

    boolean unknown(int row) {
        return document.is(first + stride * row, '?');
    }

    int line(int row) {
        return document.line(first + stride * row);
    }

    /**
     * @param byDefault what {@code .} means by the CIF core dictionary; NaN if nothing
     * @param where added to messages, as {@code  (site Ti2)}; or ""
     */
    double number(int row, double byDefault, String where) throws BadStructureException {
        int value = first + stride * row;
        if (document.is(value, '.') && !Double.isNaN(byDefault)) {
            return byDefault;
        }
        double number = document.number(value);
        if (Double.isNaN(number)) {
            throw new BadStructureException(line(row), tag + ": " + why(value) + where);
        }
        return number;
    }

    private String why(int value) {
        return document.is(value, '?') || document.is(value, '.')
                ? "no value is given (" + document.text(value) + ")"
                : Shown.quoted(document.text(value)) + " is not a number";
    }
}
