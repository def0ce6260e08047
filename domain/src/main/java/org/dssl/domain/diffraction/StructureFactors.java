package org.dssl.domain.diffraction;

import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;

/** |F|², F(g) = Σ f(s)·exp(2πi g·r) over the atoms, s = |g| / 2, at many reciprocal points together. */
final class StructureFactors {
    private final Crystal crystal;
    private final ReciprocalPoints points;
    private final double[] real;
    private final double[] imaginary;

    private StructureFactors(Crystal crystal, ReciprocalPoints points) {
        this.crystal = crystal;
        this.points = points;
        this.real = new double[points.count()];
        this.imaginary = new double[points.count()];
    }

    /** One per point, electrons². The table of form factors must hold every element of the crystal. */
    static double[] squared(Crystal crystal, ReciprocalPoints points) {
        StructureFactors sums = new StructureFactors(crystal, points);
        IntStream.of(crystal.atomicNumbers()).distinct().forEach(sums::addElement);
        double[] result = new double[points.count()];
        for (int point = 0; point < result.length; point++) {
            result[point] = sums.real[point] * sums.real[point] + sums.imaginary[point] * sums.imaginary[point];
        }
        return result;
    }

    private void addElement(int element) {
        double[] cosines = new double[points.count()];
        double[] sines = new double[points.count()];
        for (int atom = 0; atom < crystal.atoms(); atom++) {
            if (crystal.atomicNumber(atom) == element) {
                addPhases(atom, cosines, sines);
            }
        }
        FormFactor factor = FormFactor.of(element).orElseThrow();
        for (int point = 0; point < points.count(); point++) {
            double f = factor.at(points.squared(point) / 4);
            real[point] += f * cosines[point];
            imaginary[point] += f * sines[point];
        }
    }

    /** Along a column the phase turns by the same angle at every step: one product instead of a sine and a cosine. */
    private void addPhases(int atom, double[] cosines, double[] sines) {
        double step = phase(crystal.fractional(atom, 2));
        double stepCosine = Math.cos(step);
        double stepSine = Math.sin(step);
        double cosine = 0;
        double sine = 0;
        for (int point = 0; point < points.count(); point++) {
            if (points.continues(point)) {
                double turned = cosine * stepCosine - sine * stepSine;
                sine = sine * stepCosine + cosine * stepSine;
                cosine = turned;
            } else {
                double angle = phase(turns(atom, point));
                cosine = Math.cos(angle);
                sine = Math.sin(angle);
            }
            cosines[point] += cosine;
            sines[point] += sine;
        }
    }

    private double turns(int atom, int point) {
        return points.index(point, 0) * crystal.fractional(atom, 0)
                + points.index(point, 1) * crystal.fractional(atom, 1)
                + points.index(point, 2) * crystal.fractional(atom, 2);
    }

    private static double phase(double turns) {
        return 2 * Math.PI * (turns - Math.rint(turns));
    }
}
