package org.dssl.domain.symmetry;

import java.util.Arrays;

/**
 * A rotation, with or without inversion, of a lattice onto itself: basis vector i goes to Σ_j W_ij · vector j, W of
 * integers; fractional coordinates, as rows, are multiplied by W from the right.
 */
public final class Rotation {
    static final Rotation IDENTITY = new Rotation(1, 0, 0, 0, 1, 0, 0, 0, 1);

    private final int[] rows;

    Rotation(int... rows) {
        this.rows = rows;
    }

    /** W_ij, i and j from 0 to 2. */
    public int get(int i, int j) {
        return rows[3 * i + j];
    }

    public int determinant() {
        return rows[0] * (rows[4] * rows[8] - rows[5] * rows[7])
                - rows[1] * (rows[3] * rows[8] - rows[5] * rows[6])
                + rows[2] * (rows[3] * rows[7] - rows[4] * rows[6]);
    }

    /**
     * 1, 2, 3, 4 or 6 for a rotation by 360° / n, negative with inversion (−2 is a mirror plane); 0 for a matrix that is
     * none of these, as tolerances may let pass.
     */
    public int type() {
        int determinant = determinant();
        return determinant
                * switch (determinant * (rows[0] + rows[4] + rows[8])) {
                    case 3 -> 1;
                    case -1 -> 2;
                    case 0 -> 3;
                    case 1 -> 4;
                    case 2 -> 6;
                    default -> 0;
                };
    }

    /** This one first, then the other. */
    public Rotation then(Rotation other) {
        int[] product = new int[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[3 * i + j] =
                        get(i, 0) * other.get(0, j) + get(i, 1) * other.get(1, j) + get(i, 2) * other.get(2, j);
            }
        }
        return new Rotation(product);
    }

    /** Component {@code axis} of the image of a fractional point. */
    double turn(double fa, double fb, double fc, int axis) {
        return fa * rows[axis] + fb * rows[3 + axis] + fc * rows[6 + axis];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rotation rotation && Arrays.equals(rows, rotation.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.toString(rows);
    }
}
