package org.dssl.domain.uncertainty;

/** The standard normal distribution. */
final class Normal {
    /** Beyond, nothing is left of one in double precision. */
    private static final double FAR = 9;

    private Normal() {}

    /** The probability of lying within ±z: erf(z/√2), by its series of positive terms. Within 1e-14. */
    static double within(double z) {
        if (!(z < FAR)) {
            return Double.isNaN(z) ? z : 1;
        }
        double term = z;
        double sum = z;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= z * z / (2 * n + 1);
            sum += term;
        }
        return Math.min(1, Math.sqrt(2 / Math.PI) * Math.exp(-z * z / 2) * sum);
    }
}
