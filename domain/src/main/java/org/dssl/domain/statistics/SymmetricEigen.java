package org.dssl.domain.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues, the largest first, and eigenvectors of length 1 of a symmetric matrix, by cyclic Jacobi rotations: slow for
 * large matrices, but exact also where eigenvalues lie close together. Source: Golub and Van Loan, <i>Matrix
 * Computations</i>, 4th ed., section 8.5.
 *
 * @param vectors one row for each value
 */
record SymmetricEigen(double[] values, double[][] vectors) {
    /** Convergence is quadratic; ten are enough for hundreds of columns. */
    private static final int SWEEPS = 50;

    /** @param symmetric square, stays as it is */
    static SymmetricEigen of(double[][] symmetric) {
        int n = symmetric.length;
        double[][] a = Arrays.stream(symmetric).map(double[]::clone).toArray(double[][]::new);
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        double negligible = 1e-15
                * Math.sqrt(Arrays.stream(a)
                        .flatMapToDouble(Arrays::stream)
                        .map(x -> x * x)
                        .sum());
        int sweeps = 0;
        while (sweeps < SWEEPS && sweep(a, v, negligible)) {
            sweeps++;
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                .mapToInt(i -> i)
                .toArray();
        return new SymmetricEigen(
                Arrays.stream(order).mapToDouble(i -> a[i][i]).toArray(),
                Arrays.stream(order).mapToObj(i -> v[i]).toArray(double[][]::new));
    }

    /** Whether there was anything left to rotate away. */
    private static boolean sweep(double[][] a, double[][] v, double negligible) {
        boolean rotated = false;
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                if (Math.abs(a[p][q]) > negligible) {
                    rotate(a, v, p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    /** The rotation of rows and columns p and q that makes a[p][q] zero. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double apq = a[p][q];
        double theta = (a[q][q] - a[p][p]) / (2 * apq);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        double app = a[p][p] - tangent * apq;
        double aqq = a[q][q] + tangent * apq;
        rotate(a[p], a[q], cosine, sine);
        rotate(v[p], v[q], cosine, sine);
        a[p][p] = app;
        a[q][q] = aqq;
        a[p][q] = 0;
        a[q][p] = 0;
        for (int k = 0; k < a.length; k++) {
            a[k][p] = a[p][k];
            a[k][q] = a[q][k];
        }
    }

    private static void rotate(double[] x, double[] y, double cosine, double sine) {
        for (int k = 0; k < x.length; k++) {
            double old = x[k];
            x[k] = cosine * old - sine * y[k];
            y[k] = sine * old + cosine * y[k];
        }
    }
}
