package org.dssl.domain.symmetry;

import org.dssl.domain.crystal.Lattice;

/** The lattice that integer vectors span together with n times each unit vector, as an upper triangular basis. */
final class IntegerLattice {
    private final int n;
    private final long[][] basis;

    IntegerLattice(int n) {
        this.n = n;
        basis = new long[][] {{n, 0, 0}, {0, n, 0}, {0, 0, n}};
    }

    /** Euclid's algorithm, column by column: what is left of the vector after each is a multiple of nothing before it. */
    void add(long... vector) {
        long[] rest = {Math.floorMod(vector[0], n), Math.floorMod(vector[1], n), Math.floorMod(vector[2], n)};
        for (int column = 0; column < 3; column++) {
            long[] pivot = basis[column];
            while (rest[column] != 0) {
                long times = pivot[column] / rest[column];
                for (int k = 0; k < 3; k++) {
                    pivot[k] -= times * rest[k];
                }
                long[] swapped = pivot;
                pivot = rest;
                rest = swapped;
            }
            basis[column] = pivot;
        }
    }

    long determinant() {
        return Math.abs(basis[0][0] * basis[1][1] * basis[2][2]);
    }

    /** With n-th parts of a lattice's vectors as units. */
    Lattice of(Lattice lattice) {
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            long[] v = basis[i / 3];
            rows[i] = lattice.cartesian(v[0] / (double) n, v[1] / (double) n, v[2] / (double) n, i % 3);
        }
        return Lattice.ofRows(rows);
    }
}
