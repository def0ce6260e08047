package org.dssl.domain.statistics;

/**
 * Two samples in the same bins, each as shares of its own size.
 *
 * @param low where the first bin begins; the first and the last one also hold what lies beyond
 * @param width of each bin
 */
public record Histogram(double low, double width, double[] a, double[] b) {
    private static final int BINS = 30;
    /** Share on either side that may lie beyond the bins, so that a few far numbers do not squeeze the others. */
    private static final double BEYOND = 0.005;

    /** @param whole for numbers that are whole: bins of whole width, which begin half a unit below a number */
    static Histogram of(Sample a, Sample b, boolean whole) {
        double low = Math.min(a.quantile(BEYOND), b.quantile(BEYOND));
        double high = Math.max(a.quantile(1 - BEYOND), b.quantile(1 - BEYOND));
        if (whole) {
            double width = Math.max(1, Math.ceil((high - low + 1) / BINS));
            return of(a, b, low - 0.5, width, (int) Math.ceil((high - low + 1) / width));
        }
        double width = Math.max((high - low) / BINS, 1e-3);
        return of(a, b, low, width, BINS);
    }

    private static Histogram of(Sample a, Sample b, double low, double width, int bins) {
        return new Histogram(low, width, a.histogram(low, width, bins), b.histogram(low, width, bins));
    }
}
