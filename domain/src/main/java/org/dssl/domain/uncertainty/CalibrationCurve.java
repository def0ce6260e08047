package org.dssl.domain.uncertainty;

import java.util.Arrays;

/**
 * Which share of the true values lies within the central interval of each nominal level, if errors are normal with the
 * claimed deviations. Calibrated claims give the diagonal. Source: Kuleshov, Fenner and Ermon, ICML 2018, for central
 * intervals.
 */
public final class CalibrationCurve {
    /** The lowest level whose interval holds each true value, ascending. */
    private final double[] levels;

    public CalibrationCurve(Claims claims) {
        levels = Arrays.stream(claims.distances()).map(Normal::within).toArray();
    }

    /** @param level 0 … 1 */
    public double observed(double level) {
        return (double) Arrays.stream(levels).filter(c -> c <= level).count() / levels.length;
    }

    /** Between curve and diagonal, exactly; 0 is calibrated, ½ the worst. NaN without predictions. */
    public double area() {
        int n = levels.length;
        double area = n == 0 ? Double.NaN : 0;
        for (int i = 0; i <= n && n > 0; i++) {
            area += area(i == 0 ? 0 : levels[i - 1], i == n ? 1 : levels[i], (double) i / n);
        }
        return area;
    }

    /** ∫ |height − p| dp from a to b. */
    private static double area(double a, double b, double height) {
        double middle = Math.max(a, Math.min(b, height));
        return (square(height - a) - square(height - middle)) / 2 * Math.signum(middle - a)
                + (square(b - height) - square(middle - height)) / 2 * Math.signum(b - middle);
    }

    private static double square(double x) {
        return x * x;
    }
}
