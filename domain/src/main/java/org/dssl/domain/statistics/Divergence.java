package org.dssl.domain.statistics;

/** How far two distributions are apart, 0 … 1. */
final class Divergence {
    private Divergence() {}

    /**
     * Jensen–Shannon divergence with logarithms of base 2: H((p + q)/2) − (H(p) + H(q))/2, 0 for equal distributions, 1 for
     * two that share nothing. Source: Lin, <i>IEEE Trans. Inf. Theory</i> 37, 145 (1991), eq. 4.1 with equal weights.
     *
     * @param p probabilities
     * @param q probabilities of the same outcomes in the same order
     */
    static double jensenShannon(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double mean = (p[i] + q[i]) / 2;
            sum += entropy(mean) - (entropy(p[i]) + entropy(q[i])) / 2;
        }
        return Math.max(0, Math.min(1, sum));
    }

    private static double entropy(double probability) {
        return probability > 0 ? -probability * Math.log(probability) / Math.log(2) : 0;
    }

    /**
     * Kolmogorov–Smirnov distance: the largest difference between the two cumulative distributions.
     *
     * @param a sorted, not empty
     * @param b sorted, not empty
     */
    static double kolmogorovSmirnov(double[] a, double[] b) {
        int i = 0;
        int j = 0;
        double largest = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= at) {
                i++;
            }
            while (j < b.length && b[j] <= at) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }
}
