package org.dssl.domain.reference;

/** Dense matrix product on row-major arrays. */
final class MatrixProduct {
    /** Rows of b that are used while they are in the cache. */
    private static final int BLOCK = 64;

    private MatrixProduct() {}

    /** a (m, k) times b (k, n). */
    static double[] multiply(double[] a, double[] b, int m, int k, int n) {
        double[] out = new double[Math.multiplyExact(m, n)];
        for (int from = 0; from < k; from += BLOCK) {
            int to = Math.min(k, from + BLOCK);
            for (int row = 0; row < m; row++) {
                addRows(a, row * k, b, from, to, n, out, row * n);
            }
        }
        return out;
    }

    /** Adds Σ a[at + p] · b[p, :] for p in from … to, four rows at a time to load and store the result less often. */
    private static void addRows(double[] a, int at, double[] b, int from, int to, int n, double[] out, int outAt) {
        int p = from;
        for (; p + 4 <= to; p += 4) {
            addFour(a, at + p, b, p * n, n, out, outAt);
        }
        for (; p < to; p++) {
            addOne(a[at + p], b, p * n, n, out, outAt);
        }
    }

    /** Loops of their own, with an index variable for each row: the form that the JIT turns into vector code. */
    private static void addFour(double[] a, int at, double[] b, int row0, int n, double[] out, int outAt) {
        double a0 = a[at];
        double a1 = a[at + 1];
        double a2 = a[at + 2];
        double a3 = a[at + 3];
        int row1 = row0 + n;
        int row2 = row1 + n;
        int row3 = row2 + n;
        for (int c = 0; c < n; c++) {
            out[outAt + c] += a0 * b[row0 + c] + a1 * b[row1 + c] + a2 * b[row2 + c] + a3 * b[row3 + c];
        }
    }

    private static void addOne(double factor, double[] b, int row, int n, double[] out, int outAt) {
        for (int c = 0; c < n; c++) {
            out[outAt + c] += factor * b[row + c];
        }
    }

    /** The transpose of x (rows, columns). */
    static double[] transpose(double[] x, int rows, int columns) {
        double[] out = new double[x.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                out[column * rows + row] = x[row * columns + column];
            }
        }
        return out;
    }
}
