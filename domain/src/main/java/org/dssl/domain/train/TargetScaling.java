package org.dssl.domain.train;

import java.util.Arrays;

/**
 * Standardises targets; fitted on the training part of a fold alone.
 *
 * @param mean per target
 * @param spread population standard deviation per target
 */
public record TargetScaling(double[] mean, double[] spread) {

    public static TargetScaling identity(int targets) {
        double[] ones = new double[targets];
        Arrays.fill(ones, 1);
        return new TargetScaling(new double[targets], ones);
    }

    /** @param targets rows of targets, NaN where unknown */
    public static TargetScaling fit(double[][] targets) {
        int columns = targets[0].length;
        TargetScaling result = identity(columns);
        for (int t = 0; t < columns; t++) {
            int column = t;
            double[] known = Arrays.stream(targets)
                    .mapToDouble(row -> row[column])
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            double spread = Statistics.populationDeviation(known);
            result.mean[t] = Statistics.mean(known);
            result.spread[t] = spread > 1e-12 ? spread : 1;
        }
        return result;
    }

    public double standardise(double value, int target) {
        return (value - mean[target]) / spread[target];
    }

    public double restore(double value, int target) {
        return value * spread[target] + mean[target];
    }
}
