package org.dssl.domain.crystal;

/** Cells around the cell of the atoms: all that hold an image within some reach of the box around the atoms. */
final class PeriodicCells {
    private final WrappedAtoms atoms;
    private final double[] low = new double[3];
    private final double[] high = new double[3];
    private final int[] first = new int[3];
    private final int[] size = new int[3];
    /** Cartesian vectors, Å, and vectors of the given lattice, three per cell. */
    private final double[] shift;

    private final long[] given;

    PeriodicCells(WrappedAtoms atoms, double reach) {
        this.atoms = atoms;
        for (int axis = 0; axis < 3; axis++) {
            double margin = reach / atoms.spacing(axis);
            low[axis] = atoms.lowest(axis) - margin;
            high[axis] = atoms.highest(axis) + margin;
            first[axis] = (int) Math.ceil(low[axis] - atoms.highest(axis));
            size[axis] = (int) Math.floor(high[axis] - atoms.lowest(axis)) - first[axis] + 1;
        }
        int cells = Math.multiplyExact(Math.multiplyExact(size[0], size[1]), size[2]);
        shift = new double[3 * cells];
        given = new long[3 * cells];
        int at = 0;
        for (int a = first[0]; a < first[0] + size[0]; a++) {
            for (int b = first[1]; b < first[1] + size[1]; b++) {
                for (int c = first[2]; c < first[2] + size[2]; c++) {
                    for (int axis = 0; axis < 3; axis++) {
                        shift[at] = atoms.shift(a, b, c, axis);
                        given[at++] = atoms.given(a, b, c, axis);
                    }
                }
            }
        }
    }

    /** The first cell along an axis in which an atom has an image within reach. */
    int first(int atom, int axis) {
        return (int) Math.ceil(low[axis] - atoms.fractional(atom, axis));
    }

    int last(int atom, int axis) {
        return (int) Math.floor(high[axis] - atoms.fractional(atom, axis));
    }

    /** Number of a cell, counted along c fastest. */
    int index(int a, int b, int c) {
        return ((a - first[0]) * size[1] + (b - first[1])) * size[2] + (c - first[2]);
    }

    /** Offset of a cell along an axis of the reduced cell. */
    int offset(int cell, int axis) {
        int layer = axis == 0 ? cell / size[1] / size[2] : axis == 1 ? cell / size[2] % size[1] : cell % size[2];
        return first[axis] + layer;
    }

    double shift(int cell, int axis) {
        return shift[3 * cell + axis];
    }

    long given(int cell, int axis) {
        return given[3 * cell + axis];
    }

    /** Orders cells by their vectors of the given lattice. */
    int compare(int one, int other) {
        int i = 3 * one;
        int j = 3 * other;
        if (given[i] != given[j]) {
            return given[i] < given[j] ? -1 : 1;
        }
        return given[i + 1] != given[j + 1]
                ? Long.compare(given[i + 1], given[j + 1])
                : Long.compare(given[i + 2], given[j + 2]);
    }

    /** Fractional coordinate at which the reach ends. */
    double low(int axis) {
        return low[axis];
    }

    double width(int axis) {
        return high[axis] - low[axis];
    }
}
