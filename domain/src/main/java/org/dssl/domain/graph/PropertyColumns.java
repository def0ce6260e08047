package org.dssl.domain.graph;

import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.crystal.Elements;

/** A property of the elements as columns of atoms' features, see {@link AtomColumns}. */
final class PropertyColumns {
    private PropertyColumns() {}

    static int count(ElementColumn property) {
        if (property.hasClasses()) {
            return property.classes().size();
        }
        return unknownFlag(property) ? 2 : 1;
    }

    private static boolean unknownFlag(ElementColumn property) {
        return property.known() < Elements.KNOWN;
    }

    /** Writes the property of every element into zeros, from column {@code at} on; rows are counted by atomic number. */
    static void write(ElementColumn property, double[][] rows, int at) {
        if (property.hasClasses()) {
            writeClasses(property, rows, at);
        } else {
            writeNumbers(property, rows, at);
        }
    }

    private static void writeClasses(ElementColumn property, double[][] rows, int at) {
        for (int number = 1; number <= Elements.KNOWN; number++) {
            double[] row = rows[number];
            property.value(number).ifPresent(place -> row[at + (int) place] = 1);
        }
    }

    private static void writeNumbers(ElementColumn property, double[][] rows, int at) {
        double mean = property.mean();
        double spread = property.spread();
        for (int number = 1; number <= Elements.KNOWN; number++) {
            double[] row = rows[number];
            property.value(number).ifPresentOrElse(value -> row[at] = (value - mean) / spread, () -> row[at + 1] = 1);
        }
    }
}
