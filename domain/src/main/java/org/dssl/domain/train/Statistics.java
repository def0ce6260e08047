package org.dssl.domain.train;

import java.util.Arrays;
import org.dssl.domain.random.RandomStream;

/** Means, spreads and intervals of a few numbers. */
public final class Statistics {
    private static final int BOOTSTRAPS = 10_000;

    private Statistics() {}

    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** With K − 1 (eq. 8 of the paper); NaN for a single value. */
    public static double sampleDeviation(double[] values) {
        return values.length < 2 ? Double.NaN : Math.sqrt(squares(values) / (values.length - 1));
    }

    /** With K, as Matbench's tables; NaN without values. */
    public static double populationDeviation(double[] values) {
        return Math.sqrt(squares(values) / values.length);
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }

    /** Mean absolute error (eq. 6); pairs with a NaN truth are left out. */
    public static double meanAbsoluteError(double[] truth, double[] prediction) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < truth.length; i++) {
            if (!Double.isNaN(truth[i])) {
                sum += Math.abs(truth[i] - prediction[i]);
                known++;
            }
        }
        return sum / known;
    }

    /** An interval in percent. */
    public record Change(double percent, double low, double high) {}

    /**
     * How much lower or higher the mean of {@code ours} is than that of {@code theirs}, in percent of the latter, with a
     * 95 % percentile bootstrap over the paired entries; the interval is NaN for fewer than two.
     */
    public static Change change(double[] ours, double[] theirs, RandomStream random) {
        double percent = 100 * (mean(ours) / mean(theirs) - 1);
        int n = ours.length;
        if (n < 2) {
            return new Change(percent, Double.NaN, Double.NaN);
        }
        double[] draws = new double[BOOTSTRAPS];
        for (int b = 0; b < BOOTSTRAPS; b++) {
            double sumOurs = 0;
            double sumTheirs = 0;
            for (int k = 0; k < n; k++) {
                int i = random.nextInt(n);
                sumOurs += ours[i];
                sumTheirs += theirs[i];
            }
            draws[b] = 100 * (sumOurs / sumTheirs - 1);
        }
        Arrays.sort(draws);
        return new Change(percent, draws[(int) (0.025 * BOOTSTRAPS)], draws[(int) (0.975 * BOOTSTRAPS) - 1]);
    }
}
