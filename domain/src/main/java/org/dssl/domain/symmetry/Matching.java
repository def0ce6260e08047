package org.dssl.domain.symmetry;

import java.util.Arrays;
import java.util.Optional;

/** The atoms of a motif after a rotation, laid over those before it. */
final class Matching {
    private final Motif motif;
    private final double tolerance;
    private final double[] rows;
    private final double[] turned;
    private final int first;

    private final double[] reach = new double[3];
    private final double[] translation = new double[3];
    private final double[] place = new double[3];
    private final double[] offset = new double[3];
    private final double[] mean = new double[3];
    private final double[] deviation;
    private final int[] image;

    /** @param tolerance by which an atom may miss its image, Å */
    Matching(Motif motif, Rotation rotation, double tolerance) {
        this.motif = motif;
        this.tolerance = tolerance;
        rows = motif.lattice.rows();
        first = motif.rarest()[0];
        image = new int[motif.numbers.length];
        deviation = new double[3 * image.length];
        turned = new double[3 * image.length];
        for (int i = 0; i < turned.length; i++) {
            int at = i - i % 3;
            turned[i] = rotation.turn(motif.fractional[at], motif.fractional[at + 1], motif.fractional[at + 2], i % 3);
        }
        for (int axis = 0; axis < 3; axis++) {
            reach[axis] = 2 * tolerance / motif.lattice.planeSpacing(axis);
        }
    }

    /** With the translation that brings the first atom of the rarest element to {@code target}, then the best one near it. */
    Optional<Motif.Match> match(int target) {
        for (int axis = 0; axis < 3; axis++) {
            translation[axis] = motif.fractional[3 * target + axis] - turned[3 * first + axis];
        }
        for (int atom = 0; atom < image.length; atom++) {
            if (!findImage(atom)) {
                return Optional.empty();
            }
        }
        Arrays.fill(mean, 0);
        for (int i = 0; i < deviation.length; i++) {
            mean[i % 3] += deviation[i] / image.length;
        }
        return withinTolerance() ? Optional.of(result()) : Optional.empty();
    }

    /** The nearest atom of the same element; the first atom may itself be off by the tolerance, hence twice that. */
    private boolean findImage(int atom) {
        for (int axis = 0; axis < 3; axis++) {
            place[axis] = turned[3 * atom + axis] + translation[axis];
        }
        double limit = 4 * tolerance * tolerance;
        image[atom] = motif.element(atom).nearest(place, reach, limit, this::squared, offset);
        System.arraycopy(offset, 0, deviation, 3 * atom, 3);
        return image[atom] >= 0;
    }

    private double squared(double a, double b, double c) {
        double x = a * rows[0] + b * rows[3] + c * rows[6];
        double y = a * rows[1] + b * rows[4] + c * rows[7];
        double z = a * rows[2] + b * rows[5] + c * rows[8];
        return x * x + y * y + z * z;
    }

    private boolean withinTolerance() {
        for (int at = 0; at < deviation.length; at += 3) {
            double squared = squared(deviation[at] - mean[0], deviation[at + 1] - mean[1], deviation[at + 2] - mean[2]);
            if (squared > tolerance * tolerance) {
                return false;
            }
        }
        return true;
    }

    private Motif.Match result() {
        double[] best = new double[3];
        Arrays.setAll(best, axis -> translation[axis] + mean[axis]);
        return new Motif.Match(best, image.clone());
    }
}
