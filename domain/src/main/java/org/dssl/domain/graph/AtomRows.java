package org.dssl.domain.graph;

import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.crystal.Elements;

/** Writes atoms' features but for the orbital field; what follows from the element is looked up. */
final class AtomRows {
    private final AtomColumns columns;
    /** By atomic number, without degrees; the row of masked atoms at 0. */
    private final double[][] rows;

    AtomRows(AtomColumns columns) {
        this.columns = columns;
        rows = new double[Elements.KNOWN + 1][columns.count()];
        for (int number = 1; number <= Elements.KNOWN; number++) {
            double[] row = rows[number];
            int z = number;
            columns.element().ifPresent(element -> element.write(z, row, 0));
        }
        int at = columns.beforeProperties();
        for (ElementColumn property : columns.properties()) {
            PropertyColumns.write(property, rows, at);
            at += PropertyColumns.count(property);
        }
        if (columns.maskFlag()) {
            rows[0][columns.count() - 1] = 1;
        }
    }

    int columns() {
        return rows[0].length;
    }

    /**
     * Writes an atom into zeros.
     *
     * @param number 0 if masked
     * @param degree ignored if no column tells it
     * @param at where the atom's row begins
     */
    void write(int number, int degree, double[] features, int at) {
        System.arraycopy(rows[number], 0, features, at, columns());
        if (columns.degree()) {
            features[at + columns.beforeDegree() + Math.min(degree, AtomColumns.DEGREES - 1)] = 1;
        }
    }
}
