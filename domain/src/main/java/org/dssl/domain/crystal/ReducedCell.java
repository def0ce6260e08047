package org.dssl.domain.crystal;

/**
 * The shortest basis of a lattice (Minkowski-reduced), so that searches cost the same for every choice of lattice
 * vectors, however skew. Reduced rows = {@link #matrix} · given rows, an integer matrix of determinant ±1.
 *
 * <p>Greedy reduction in three dimensions: Semaev, <i>A 3-dimensional lattice reduction algorithm</i>, CaLC 2001;
 * Nguyen and Stehlé, <i>Low-dimensional lattice basis reduction revisited</i>, ACM Trans. Algorithms 5:46 (2009).
 */
public final class ReducedCell {
    /** A step must shorten a squared length by this fraction; less is rounding. */
    private static final double GAIN = 1e-10;

    private static final int MAX_COEFFICIENT = 1_000_000;
    private static final int MAX_STEPS = 1000;

    private final double[] rows;
    private final long[] matrix = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    private final long[] inverse;
    private final Lattice lattice;

    ReducedCell(Lattice given) {
        rows = given.rows();
        int steps = 0;
        do {
            sortByLength();
            reducePair();
            if (++steps > MAX_STEPS) {
                throw tooSkew();
            }
        } while (shortenLongest());
        sortByLength();
        for (long coefficient : matrix) {
            if (Math.abs(coefficient) > MAX_COEFFICIENT) {
                throw tooSkew();
            }
        }
        lattice = Lattice.ofRows(rows);
        inverse = inverted();
    }

    /** The reduced basis, shortest vector first. */
    public Lattice lattice() {
        return lattice;
    }

    /** Component {@code vector} of a vector of reduced cell offsets, as an offset of the given cell. */
    public long given(long na, long nb, long nc, int vector) {
        return na * matrix[vector] + nb * matrix[3 + vector] + nc * matrix[6 + vector];
    }

    /** Component {@code vector} along the reduced basis of fractional coordinates of the given cell. */
    public double reduced(double fa, double fb, double fc, int vector) {
        return fa * inverse[vector] + fb * inverse[3 + vector] + fc * inverse[6 + vector];
    }

    private static CrystalException tooSkew() {
        return new CrystalException("the cell is too skew: its shortest vectors are more than " + MAX_COEFFICIENT
                + " times shorter than the given ones; give a reduced cell");
    }

    private double dot(int i, int j) {
        return rows[3 * i] * rows[3 * j] + rows[3 * i + 1] * rows[3 * j + 1] + rows[3 * i + 2] * rows[3 * j + 2];
    }

    private void sortByLength() {
        swapIfLonger(0, 1);
        swapIfLonger(1, 2);
        swapIfLonger(0, 1);
    }

    private void swapIfLonger(int i, int j) {
        if (dot(i, i) > dot(j, j)) {
            for (int k = 0; k < 3; k++) {
                double row = rows[3 * i + k];
                rows[3 * i + k] = rows[3 * j + k];
                rows[3 * j + k] = row;
                long coefficient = matrix[3 * i + k];
                matrix[3 * i + k] = matrix[3 * j + k];
                matrix[3 * j + k] = coefficient;
            }
        }
    }

    /** Vector i += times · vector j. */
    private void add(int i, int j, long times) {
        for (int k = 0; k < 3; k++) {
            rows[3 * i + k] += times * rows[3 * j + k];
            matrix[3 * i + k] += times * matrix[3 * j + k];
        }
    }

    /** Lagrange and Gauss: the two shorter vectors span their plane's lattice as short as can be. */
    private void reducePair() {
        for (int step = 0; step < MAX_STEPS; step++) {
            double before = dot(1, 1);
            long times = -Math.round(dot(0, 1) / dot(0, 0));
            if (times == 0) {
                return;
            }
            add(1, 0, times);
            if (dot(1, 1) > before * (1 - GAIN)) {
                add(1, 0, -times);
                return;
            }
            swapIfLonger(0, 1);
        }
    }

    /** Takes the nearest point of the plane's lattice off the third vector; false if that shortens it no more. */
    private boolean shortenLongest() {
        double aa = dot(0, 0);
        double bb = dot(1, 1);
        double ab = dot(0, 1);
        double determinant = aa * bb - ab * ab;
        long x = -Math.round((dot(0, 2) * bb - dot(1, 2) * ab) / determinant);
        long y = -Math.round((dot(1, 2) * aa - dot(0, 2) * ab) / determinant);
        double best = dot(2, 2) * (1 - GAIN);
        long bestX = 0;
        long bestY = 0;
        for (long i = x - 1; i <= x + 1; i++) {
            for (long j = y - 1; j <= y + 1; j++) {
                double squared = dot(2, 2) + i * i * aa + j * j * bb + 2 * (i * j * ab + i * dot(0, 2) + j * dot(1, 2));
                if (squared < best) {
                    best = squared;
                    bestX = i;
                    bestY = j;
                }
            }
        }
        add(2, 0, bestX);
        add(2, 1, bestY);
        return bestX != 0 || bestY != 0;
    }

    /** The adjugate over the determinant ±1: integers too. */
    private long[] inverted() {
        long[] m = matrix;
        long[] adjugate = {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        long determinant = m[0] * adjugate[0] + m[1] * adjugate[3] + m[2] * adjugate[6];
        for (int i = 0; i < 9; i++) {
            adjugate[i] *= determinant;
        }
        return adjugate;
    }
}
