package org.dssl.domain.statistics;

import java.util.Arrays;

/** Numbers of which the distribution matters. */
public final class Sample {
    private final double[] sorted;

    /** @param values at least one */
    Sample(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The value below which a share of the numbers lies, 0 … 1: the smallest number that has at least so many up to it. */
    public double quantile(double share) {
        int rank = (int) Math.ceil(share * sorted.length - 1e-9);
        return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
    }

    /** Kolmogorov–Smirnov distance: the largest difference between the two cumulative distributions, 0 … 1. */
    public double distance(Sample other) {
        return Divergence.kolmogorovSmirnov(sorted, other.sorted);
    }

    /** Share of the numbers in each of equally wide bins; what lies outside counts in the first or the last one. */
    public double[] histogram(double low, double width, int bins) {
        double[] shares = new double[bins];
        for (double value : sorted) {
            int bin = (int) Math.floor((value - low) / width);
            shares[Math.max(0, Math.min(bins - 1, bin))] += 1.0 / sorted.length;
        }
        return shares;
    }
}
