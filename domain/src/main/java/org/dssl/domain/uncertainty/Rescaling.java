package org.dssl.domain.uncertainty;

/**
 * The factor that makes claimed deviations an interval: prediction ± factor · deviation holds the true value of a new
 * crystal with a probability of at least 68.3 %, if it is drawn as those that the factor comes from. Normal errors need not
 * be assumed. Source: split conformal prediction with normalised residuals, Papadopoulos, Gammerman and Vovk, AIA 2008.
 */
public final class Rescaling {
    /** Of a normal variable within one standard deviation. */
    public static final double LEVEL = Normal.within(1);

    private Rescaling() {}

    /**
     * @param claims of crystals that were neither trained on nor are scored later
     * @return NaN if they are too few, fewer than three, or too many of them claim no deviation at all
     */
    public static double factor(Claims claims) {
        double[] distances = claims.distances();
        int needed = (int) Math.ceil((distances.length + 1) * LEVEL);
        if (needed > distances.length) {
            return Double.NaN;
        }
        double factor = distances[needed - 1];
        return Double.isFinite(factor) && factor > 0 ? factor : Double.NaN;
    }
}
