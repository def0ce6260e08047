package org.dssl.domain.crystal;

import java.util.Arrays;

/**
 * All periodic images of atoms that stand within some reach of the box around the atoms of the cell, listed once, so
 * that a search runs over plain arrays. A short list is ordered by atom; a long one by bins, counted along c fastest.
 *
 * <p>Image k is atom {@code atom[k]}, at {@code x[k]}, {@code y[k]}, {@code z[k]} in the cell of the atoms, moved by
 * {@code shiftX[k]}, {@code shiftY[k]}, {@code shiftZ[k]} into the cell {@code cell[k]}; Å.
 */
final class PeriodicImages {
    /** Up to this many images are not worth sorting. */
    private static final int FEW = 128;
    /** One run over this many images costs as much as to look up one row of bins. */
    private static final int ROW = 40;

    private static final int MAX_BINS = 1 << 20;

    final PeriodicCells cells;
    final int[] atom;
    final int[] cell;
    final double[] x;
    final double[] y;
    final double[] z;
    final double[] shiftX;
    final double[] shiftY;
    final double[] shiftZ;

    private final WrappedAtoms atoms;
    private final double[] binsPerCell = new double[3];
    private final int[] bins = {1, 1, 1};
    private final BinTable table;
    /** Image of each atom in the cell of the atoms. */
    private final int[] home;

    /**
     * @param reach of searches, Å
     * @param side of a bin, Å
     */
    PeriodicImages(WrappedAtoms atoms, double reach, double side) {
        this.atoms = atoms;
        cells = new PeriodicCells(atoms, reach);
        int[] range = ranges();
        int count = 0;
        for (int at = 0; at < range.length; at += 6) {
            int images =
                    (range[at + 1] - range[at]) * (range[at + 3] - range[at + 2]) * (range[at + 5] - range[at + 4]);
            count = Math.addExact(count, images);
        }
        atom = new int[count];
        cell = new int[count];
        list(range);
        table = count > FEW && count > ROW * rows(reach, side) ? sort(side) : null;
        x = new double[count];
        y = new double[count];
        z = new double[count];
        shiftX = new double[count];
        shiftY = new double[count];
        shiftZ = new double[count];
        home = new int[atoms.count()];
        place();
    }

    /** Of bins, that one search runs along. */
    private static double rows(double reach, double side) {
        double across = 2 * reach / side + 1;
        return across * across;
    }

    /** Cells in which each atom has an image: first and behind the last along a, b and c. */
    private int[] ranges() {
        int[] range = new int[6 * atoms.count()];
        for (int i = 0; i < atoms.count(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                range[6 * i + 2 * axis] = cells.first(i, axis);
                range[6 * i + 2 * axis + 1] = cells.last(i, axis) + 1;
            }
        }
        return range;
    }

    private void list(int[] range) {
        int k = 0;
        for (int i = 0; i < atoms.count(); i++) {
            int start = k;
            int firstC = range[6 * i + 4];
            int inC = range[6 * i + 5] - firstC;
            for (int a = range[6 * i]; a < range[6 * i + 1]; a++) {
                for (int b = range[6 * i + 2]; b < range[6 * i + 3]; b++) {
                    int index = cells.index(a, b, firstC);
                    for (int c = 0; c < inC; c++) {
                        cell[k++] = index + c;
                    }
                }
            }
            Arrays.fill(atom, start, k, i);
        }
    }

    private BinTable sort(double side) {
        for (int axis = 0; axis < 3; axis++) {
            double width = cells.width(axis);
            binsPerCell[axis] = Math.min(atoms.spacing(axis) / side, MAX_BINS / width);
            bins[axis] = 1 + (int) (width * binsPerCell[axis]);
        }
        long[] keys = new long[atom.length];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = key(bin(k, 0), bin(k, 1), bin(k, 2));
        }
        BinTable sorted = new BinTable(keys, (long) bins[0] * bins[1] * bins[2]);
        sorted.arrange(atom);
        sorted.arrange(cell);
        return sorted;
    }

    private int bin(int k, int axis) {
        return bin(atoms.fractional(atom[k], axis) + cells.offset(cell[k], axis), axis);
    }

    private void place() {
        int itself = cells.index(0, 0, 0);
        for (int k = 0; k < atom.length; k++) {
            int i = atom[k];
            int at = cell[k];
            x[k] = atoms.position(i, 0);
            y[k] = atoms.position(i, 1);
            z[k] = atoms.position(i, 2);
            shiftX[k] = cells.shift(at, 0);
            shiftY[k] = cells.shift(at, 1);
            shiftZ[k] = cells.shift(at, 2);
            if (at == itself) {
                home[i] = k;
            }
        }
    }

    private long key(int a, int b, int c) {
        return ((long) a * bins[1] + b) * bins[2] + c;
    }

    int count() {
        return atom.length;
    }

    int home(int i) {
        return home[i];
    }

    boolean sorted() {
        return table != null;
    }

    /** The bin of a fractional coordinate, the nearest one for a point outside. */
    int bin(double coordinate, int axis) {
        return Math.max(0, Math.min(bins[axis] - 1, (int) ((coordinate - cells.low(axis)) * binsPerCell[axis])));
    }

    /** The first image in a bin or beyond. */
    int first(int a, int b, int c) {
        return table.first(key(a, b, c));
    }
}
