package org.dssl.domain.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The surroundings of what a model was trained on: a vector whose nearest training vector is farther than that of all but a
 * few crystals of the test part lies outside. Distances are Euclidean, each column in units of its spread over the training
 * vectors.
 *
 * @param training vectors, [crystals][columns]
 * @param usual median over the test part of the distance to the nearest training vector
 * @param limit the 99th percentile of it
 */
public record ApplicabilityDomain(double[][] training, double[] spread, double usual, double limit) {
    private static final double INSIDE = 0.99;

    /**
     * @param test of crystals that were drawn like the training crystals, and not trained on
     * @throws IllegalArgumentException if either is empty
     */
    public static ApplicabilityDomain of(double[][] training, double[][] test) {
        if (training.length == 0 || test.length == 0) {
            throw new IllegalArgumentException(training.length + " training and " + test.length + " test vectors");
        }
        double[] spread = IntStream.range(0, training[0].length)
                .mapToDouble(column -> spread(training, column))
                .toArray();
        Sample distances = new Sample(IntStream.range(0, test.length)
                .parallel()
                .mapToDouble(i -> nearest(training, spread, test[i]))
                .toArray());
        return new ApplicabilityDomain(training, spread, distances.quantile(0.5), distances.quantile(INSIDE));
    }

    /** A column that is the same for all, up to rounding, is measured as it is. */
    private static double spread(double[][] training, int column) {
        double deviation = org.dssl.domain.train.Statistics.populationDeviation(
                Arrays.stream(training).mapToDouble(row -> row[column]).toArray());
        return deviation > 1e-6 ? deviation : 1;
    }

    /** Distance to the nearest training vector. */
    public double distance(double[] vector) {
        return nearest(training, spread, vector);
    }

    public boolean contains(double distance) {
        return distance <= limit;
    }

    private static double nearest(double[][] training, double[] spread, double[] vector) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] row : training) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                double difference = (row[i] - vector[i]) / spread[i];
                sum += difference * difference;
            }
            least = Math.min(least, sum);
        }
        return Math.sqrt(least);
    }
}
