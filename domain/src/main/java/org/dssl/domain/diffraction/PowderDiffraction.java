package org.dssl.domain.diffraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;

/**
 * Calculates powder patterns as pymatgen's XRDCalculator does, whose peaks are the test's: every reciprocal point between
 * two angles scatters |F|² times the Lorentz-polarisation factor (1 + cos² 2θ) / (sin² θ cos θ); points of one angle add up.
 *
 * @param wavelength Å
 * @param minimum smallest 2θ, degrees
 * @param maximum largest 2θ, degrees, below 180
 */
public record PowderDiffraction(double wavelength, double minimum, double maximum) {
    /** The mean of Cu Kα₁ and Kα₂, Å. */
    public static final double COPPER_K_ALPHA = 1.54184;

    /** Lines nearer than this are one, degrees. */
    private static final double SAME_ANGLE = 1e-5;
    /** Weaker lines are the rounding errors of extinct ones; on the scale on which the strongest has 100. */
    private static final double FAINTEST = 1e-3;

    public PowderDiffraction {
        if (!(wavelength > 0 && minimum >= 0 && minimum < maximum && maximum < 180)) {
            throw new IllegalArgumentException("wavelength " + wavelength + " Å and 2θ from " + minimum + " to "
                    + maximum + "°; needed are a positive wavelength and 0 ≤ minimum < maximum < 180");
        }
    }

    /** With Cu Kα radiation. */
    public static PowderDiffraction copper(double minimum, double maximum) {
        return new PowderDiffraction(COPPER_K_ALPHA, minimum, maximum);
    }

    /**
     * The lines by rising angle, none if no reciprocal point lies between the angles; empty if {@link FormFactor} does not
     * know an element of the crystal.
     */
    public Optional<List<Peak>> peaks(Crystal crystal) {
        boolean known = IntStream.of(crystal.atomicNumbers())
                .allMatch(element -> FormFactor.of(element).isPresent());
        return known ? Optional.of(scaled(merged(lines(crystal)))) : Optional.empty();
    }

    /** One line for each pair of points ±g, by rising angle, intensities in electrons². */
    private Peak[] lines(Crystal crystal) {
        ReciprocalPoints points = new ReciprocalPoints(crystal.lattice(), length(minimum), length(maximum));
        double[] squared = StructureFactors.squared(crystal, points);
        Peak[] lines = new Peak[squared.length];
        for (int i = 0; i < lines.length; i++) {
            double sine = Math.min(1, wavelength * Math.sqrt(points.squared(i)) / 2);
            double twoTheta = Math.toDegrees(2 * Math.asin(sine));
            lines[i] = new Peak(twoTheta, 2 * squared[i] * lorentzPolarisation(sine), 2);
        }
        Arrays.sort(lines, Comparator.comparingDouble(Peak::twoTheta));
        return lines;
    }

    /** Bragg: |g| = 2 sin θ / λ, 1/Å. */
    private double length(double twoTheta) {
        return 2 * Math.sin(Math.toRadians(twoTheta / 2)) / wavelength;
    }

    private static double lorentzPolarisation(double sine) {
        double sineSquared = sine * sine;
        double cosineOfTwoTheta = 1 - 2 * sineSquared;
        return (1 + cosineOfTwoTheta * cosineOfTwoTheta) / (sineSquared * Math.sqrt(1 - sineSquared));
    }

    private static List<Peak> merged(Peak[] lines) {
        List<Peak> peaks = new ArrayList<>();
        int next = 0;
        while (next < lines.length) {
            double twoTheta = lines[next].twoTheta();
            double intensity = 0;
            int points = 0;
            while (next < lines.length && lines[next].twoTheta() - twoTheta <= SAME_ANGLE) {
                intensity += lines[next].intensity();
                points += lines[next++].points();
            }
            peaks.add(new Peak(twoTheta, intensity, points));
        }
        return peaks;
    }

    private static List<Peak> scaled(List<Peak> peaks) {
        double scale = 100 / peaks.stream().mapToDouble(Peak::intensity).max().orElse(1);
        return peaks.stream()
                .map(peak -> new Peak(peak.twoTheta(), scale * peak.intensity(), peak.points()))
                .filter(peak -> peak.intensity() > FAINTEST)
                .toList();
    }
}
