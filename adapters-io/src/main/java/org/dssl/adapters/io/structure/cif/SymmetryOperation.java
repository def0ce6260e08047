package org.dssl.adapters.io.structure.cif;

import java.util.Arrays;
import org.dssl.domain.crystal.Lattice;

/**
 * x' = R x + t in fractional coordinates, from the form {@code -y, x-y, z+1/3} (or with decimals, capitals, the shift
 * first).
 *
 * @param rotation R row by row, 9 small integers
 * @param shift t
 */
record SymmetryOperation(int[] rotation, double[] shift) {
    static final SymmetryOperation IDENTITY =
            new SymmetryOperation(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3]);

    /** @throws IllegalArgumentException if the text is no such operation, saying why */
    static SymmetryOperation parse(String text) {
        int[] rotation = new int[9];
        double[] shift = new double[3];
        String[] parts = text.split(",", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("three expressions divided by commas are needed");
        }
        for (int row = 0; row < 3; row++) {
            new SymmetryExpression(parts[row].strip()).read(rotation, shift, row);
        }
        SymmetryOperation operation = new SymmetryOperation(rotation, shift);
        if (!Double.isFinite(shift[0] + shift[1] + shift[2])) {
            throw new IllegalArgumentException("a shift is no finite number");
        }
        if (Math.abs(operation.determinant()) != 1) {
            throw new IllegalArgumentException("it does not keep volumes");
        }
        return operation;
    }

    private int determinant() {
        int[] r = rotation;
        return r[0] * (r[4] * r[8] - r[5] * r[7])
                - r[1] * (r[3] * r[8] - r[5] * r[6])
                + r[2] * (r[3] * r[7] - r[4] * r[6]);
    }

    /** Component {@code row} of the image of a point. */
    double image(double x, double y, double z, int row) {
        return rotation[3 * row] * x + rotation[3 * row + 1] * y + rotation[3 * row + 2] * z + shift[row];
    }

    boolean isIdentity() {
        for (int i = 0; i < 9; i++) {
            if (rotation[i] != (i % 4 == 0 ? 1 : 0)) {
                return false;
            }
        }
        return shift[0] == 0 && shift[1] == 0 && shift[2] == 0;
    }

    /** This operation upon the image of another; its shift within a cell, in twelfths where it was in such. */
    SymmetryOperation after(SymmetryOperation first) {
        int[] product = new int[9];
        double[] sum = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int k = 0; k < 3; k++) {
                for (int column = 0; column < 3; column++) {
                    product[3 * row + column] += rotation[3 * row + k] * first.rotation[3 * k + column];
                }
            }
            double moved = image(first.shift[0], first.shift[1], first.shift[2], row);
            sum[row] = Math.floorMod(Math.round(12 * moved), 12L) / 12.0;
        }
        return new SymmetryOperation(product, sum);
    }

    /** Equal for operations with equal rotations and shifts. */
    String key() {
        return Arrays.toString(rotation) + Arrays.toString(shift);
    }

    /** Whether the rotation keeps the lattice vectors' lengths and angles, but for a relative error. */
    boolean keeps(Lattice lattice, double error) {
        double[] rows = new double[9];
        for (int vector = 0; vector < 3; vector++) {
            for (int axis = 0; axis < 3; axis++) {
                rows[3 * vector + axis] =
                        lattice.cartesian(rotation[vector], rotation[3 + vector], rotation[6 + vector], axis);
            }
        }
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                double given = 0;
                double image = 0;
                for (int axis = 0; axis < 3; axis++) {
                    given += lattice.get(i, axis) * lattice.get(j, axis);
                    image += rows[3 * i + axis] * rows[3 * j + axis];
                }
                if (Math.abs(image - given) > 2 * error * lattice.length(i) * lattice.length(j)) {
                    return false;
                }
            }
        }
        return true;
    }
}
