package org.dssl.domain.graph;

import org.dssl.domain.crystal.ElementProperties;
import org.dssl.domain.crystal.Elements;

/** How a network is told which element an atom is. A masked atom has a row of zeros here. */
public enum ElementFeatures {
    /** A column for each element; further a flag, 1 on masked atoms. */
    ONE_HOT(Elements.KNOWN, true) {
        @Override
        void write(int number, double[] features, int at) {
            features[at + number - 1] = 1;
        }
    },
    /** {@link ElementProperties}. No flag is needed: no element has a row of zeros. */
    PROPERTIES(ElementProperties.COLUMNS, false) {
        @Override
        void write(int number, double[] features, int at) {
            for (int k = 0; k < ElementProperties.COLUMNS; k++) {
                features[at + k] = ElementProperties.has(number, k) ? 1 : 0;
            }
        }
    };

    private final int columns;
    private final boolean maskFlag;

    ElementFeatures(int columns, boolean maskFlag) {
        this.columns = columns;
        this.maskFlag = maskFlag;
    }

    int columns() {
        return columns;
    }

    boolean maskFlag() {
        return maskFlag;
    }

    /** Writes an element's columns into zeros, from {@code at} on. */
    abstract void write(int number, double[] features, int at);
}
