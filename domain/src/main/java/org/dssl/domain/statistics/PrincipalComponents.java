package org.dssl.domain.statistics;

import java.util.Arrays;

/**
 * The directions in which rows of numbers vary most: orthogonal, the largest variance first. Of the two signs of a direction
 * the one is taken that makes its largest entry positive, so that equal data give equal pictures.
 *
 * @param mean of the rows
 * @param directions of length 1, one row each
 * @param variances along the directions, with n − 1
 * @param total variance along all directions together
 */
public record PrincipalComponents(double[] mean, double[][] directions, double[] variances, double total) {

    /**
     * @param rows at least two, of equal length
     * @param components how many are wanted, at most as many as a row has numbers
     */
    public static PrincipalComponents of(double[][] rows, int components) {
        if (rows.length < 2 || components > rows[0].length) {
            throw new IllegalArgumentException(
                    components + " components of " + rows.length + " rows, each of " + rows[0].length + " numbers");
        }
        double[] mean = mean(rows);
        double[][] covariance = covariance(rows, mean);
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        double total = 0;
        for (int i = 0; i < covariance.length; i++) {
            total += covariance[i][i];
        }
        double[][] directions = Arrays.copyOf(eigen.vectors(), components);
        Arrays.stream(directions).forEach(PrincipalComponents::orient);
        // Rounding may leave a variance of nothing a little below zero.
        double[] variances = Arrays.stream(eigen.values())
                .limit(components)
                .map(v -> Math.max(0, v))
                .toArray();
        return new PrincipalComponents(mean, directions, variances, total);
    }

    /** Coordinates of a row along the directions, from the mean. */
    public double[] project(double[] row) {
        double[] centred = new double[mean.length];
        Arrays.setAll(centred, i -> row[i] - mean[i]);
        return Arrays.stream(directions)
                .mapToDouble(direction -> dot(direction, centred))
                .toArray();
    }

    /** Share of the variance along one direction, 0 … 1; 0 if nothing varies. */
    public double explained(int component) {
        return total > 0 ? variances[component] / total : 0;
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static double[][] covariance(double[][] rows, double[] mean) {
        double[][] covariance = new double[mean.length][mean.length];
        double[] centred = new double[mean.length];
        for (double[] row : rows) {
            Arrays.setAll(centred, i -> row[i] - mean[i]);
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += centred[i] * centred[j] / (rows.length - 1);
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private static void orient(double[] direction) {
        double largest = 0;
        for (double entry : direction) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        if (largest < 0) {
            Arrays.setAll(direction, i -> -direction[i]);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
