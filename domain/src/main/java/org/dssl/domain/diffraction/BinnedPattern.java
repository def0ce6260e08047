package org.dssl.domain.diffraction;

import java.util.List;
import java.util.Optional;
import org.dssl.domain.crystal.Crystal;

/**
 * A powder pattern as a vector: the share of the intensity in each of equal bins of 2θ.
 *
 * @param minimum where the first bin begins, degrees
 * @param maximum where the last bin ends, degrees, below 180
 * @param broadening full width at half maximum of the Gaussian that each line is spread over, degrees; 0 puts a line into
 *     one bin whole
 */
public record BinnedPattern(double minimum, double maximum, int bins, double broadening) {
    /** A Gaussian's full width at half maximum over its standard deviation: √(8 ln 2). */
    private static final double WIDTH_OF_DEVIATION = Math.sqrt(8 * Math.log(2));
    /** Standard deviations beyond which a line is left out: less than 1e-6 of it. */
    private static final double TAIL = 5;

    public BinnedPattern {
        if (!(minimum >= 0 && minimum < maximum && maximum < 180)) {
            throw new IllegalArgumentException(
                    "2θ from " + minimum + " to " + maximum + "°; needed is 0 ≤ minimum < maximum < 180");
        }
        if (bins < 1 || !(broadening >= 0)) {
            throw new IllegalArgumentException(bins + " bins, broadening " + broadening
                    + "°; needed are at least one bin and no negative broadening");
        }
    }

    /**
     * The pattern with Cu Kα radiation. Lines just outside the range count with the part that reaches into it.
     *
     * @return sums to 1; empty if no line lies in the range, or an element of the crystal has no {@link FormFactor}
     */
    public Optional<double[]> of(Crystal crystal) {
        double tail = TAIL * deviation();
        double farthest = Math.nextDown(180.0);
        PowderDiffraction diffraction =
                PowderDiffraction.copper(Math.max(0, minimum - tail), Math.min(farthest, maximum + tail));
        return diffraction.peaks(crystal).map(this::shares).filter(shares -> sum(shares) > 0);
    }

    /** All zero if no line reaches into the range. */
    double[] shares(List<Peak> peaks) {
        double[] shares = new double[bins];
        for (Peak peak : peaks) {
            if (broadening > 0) {
                spread(peak, shares);
            } else if (peak.twoTheta() >= minimum && peak.twoTheta() <= maximum) {
                shares[bin(peak.twoTheta())] += peak.intensity();
            }
        }
        double sum = sum(shares);
        for (int bin = 0; bin < bins && sum > 0; bin++) {
            shares[bin] /= sum;
        }
        return shares;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private double deviation() {
        return broadening / WIDTH_OF_DEVIATION;
    }

    private double width() {
        return (maximum - minimum) / bins;
    }

    /** The bin of an angle, the nearest one if it lies outside. */
    private int bin(double twoTheta) {
        int bin = (int) Math.floor((twoTheta - minimum) / width());
        return Math.max(0, Math.min(bins - 1, bin));
    }

    private void spread(Peak peak, double[] shares) {
        double reach = TAIL * deviation();
        if (peak.twoTheta() + reach < minimum || peak.twoTheta() - reach > maximum) {
            return;
        }
        int last = bin(peak.twoTheta() + reach);
        int first = bin(peak.twoTheta() - reach);
        double below = below(peak, first);
        for (int bin = first; bin <= last; bin++) {
            double next = below(peak, bin + 1);
            shares[bin] += peak.intensity() * (next - below);
            below = next;
        }
    }

    /** The part of a line below the beginning of a bin. */
    private double below(Peak peak, int bin) {
        return Gaussian.below((minimum + bin * width() - peak.twoTheta()) / deviation());
    }
}
