package org.dssl.domain.diffraction;

/** The normal distribution, which the JDK lacks. */
final class Gaussian {
    private static final double[] TERMS = {1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592};

    private Gaussian() {}

    /**
     * The part below x standard deviations; right to 1e-7 (Abramowitz and Stegun, Handbook of Mathematical Functions,
     * 7.1.26).
     */
    static double below(double x) {
        double z = Math.abs(x) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * z);
        double sum = 0;
        for (double term : TERMS) {
            sum = (sum + term) * t;
        }
        double above = sum * Math.exp(-z * z) / 2;
        return x < 0 ? above : 1 - above;
    }
}
