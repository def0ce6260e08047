package org.dssl.domain.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dssl.domain.crystal.Lattice;

/** Atoms in a reduced cell, compared with themselves after a rotation and a translation. */
final class Motif {
    final Lattice lattice;
    final int[] numbers;
    /** Three per atom. */
    final double[] fractional;
    /** Atoms by element. */
    private final Map<Integer, int[]> atoms = new TreeMap<>();

    private final double[] spacing = new double[3];
    private final double[] rows;

    Motif(Lattice lattice, int[] numbers, double[] fractional) {
        this.lattice = lattice;
        this.numbers = numbers;
        this.fractional = fractional;
        rows = lattice.rows();
        for (int axis = 0; axis < 3; axis++) {
            spacing[axis] = lattice.planeSpacing(axis);
        }
        for (int i = 0; i < numbers.length; i++) {
            int[] known = atoms.getOrDefault(numbers[i], new int[0]);
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = i;
            atoms.put(numbers[i], more);
        }
    }

    /**
     * An operation of the space group.
     *
     * @param translation fractional, such that the atoms' deviations from their images have mean zero
     * @param image of each atom
     */
    record Match(double[] translation, int[] image) {}

    /** All translations, apart by more than lattice vectors, that after a rotation bring every atom onto an equal one. */
    List<Match> matches(Rotation rotation, double tolerance) {
        List<Match> found = new ArrayList<>();
        Turned turned = new Turned(rotation, tolerance);
        for (int target : rarest()) {
            turned.match(target).ifPresent(found::add);
        }
        return found;
    }

    /** Whether there is such a translation. */
    boolean has(Rotation rotation, double tolerance) {
        Turned turned = new Turned(rotation, tolerance);
        return Arrays.stream(rarest()).anyMatch(target -> turned.match(target).isPresent());
    }

    /** The atoms of the element that has fewest: one of them must go to one of them. */
    private int[] rarest() {
        return atoms.values().stream()
                .min((x, y) -> Integer.compare(x.length, y.length))
                .orElseThrow();
    }

    /** The atoms after a rotation. */
    private final class Turned {
        private final double tolerance;
        private final double[] turned = new double[fractional.length];
        private final double[] translation = new double[3];
        private final double[] deviation = new double[fractional.length];
        private final double[] mean = new double[3];
        private final int[] image = new int[numbers.length];
        private final double[] offset = new double[3];

        Turned(Rotation rotation, double tolerance) {
            this.tolerance = tolerance;
            for (int i = 0; i < turned.length; i++) {
                int at = i - i % 3;
                turned[i] = rotation.turn(fractional[at], fractional[at + 1], fractional[at + 2], i % 3);
            }
        }

        /** With the translation that brings the first atom of the rarest element to {@code target}. */
        Optional<Match> match(int target) {
            int first = rarest()[0];
            for (int axis = 0; axis < 3; axis++) {
                translation[axis] = fractional[3 * target + axis] - turned[3 * first + axis];
            }
            Arrays.fill(mean, 0);
            for (int atom = 0; atom < numbers.length; atom++) {
                // The first atom may itself be off by the tolerance.
                if (!findImage(atom, 2 * tolerance)) {
                    return Optional.empty();
                }
            }
            for (int i = 0; i < deviation.length; i++) {
                mean[i % 3] += deviation[i] / numbers.length;
            }
            return centred() ? Optional.of(result()) : Optional.empty();
        }

        /** The nearest atom of the same element, within a reach. */
        private boolean findImage(int atom, double reach) {
            double best = reach * reach;
            boolean found = false;
            for (int other : atoms.get(numbers[atom])) {
                double squared = squared(atom, other, reach);
                if (squared <= best) {
                    best = squared;
                    found = true;
                    image[atom] = other;
                    System.arraycopy(offset, 0, deviation, 3 * atom, 3);
                }
            }
            return found;
        }

        /** Squared distance to the nearest image, in {@link #offset} along the axes; infinite if beyond the reach. */
        private double squared(int atom, int other, double reach) {
            for (int axis = 0; axis < 3; axis++) {
                double d = fractional[3 * other + axis] - turned[3 * atom + axis] - translation[axis];
                offset[axis] = d - Math.rint(d);
                if (Math.abs(offset[axis]) * spacing[axis] > reach) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            return norm(offset[0], offset[1], offset[2]);
        }

        private double norm(double a, double b, double c) {
            double x = a * rows[0] + b * rows[3] + c * rows[6];
            double y = a * rows[1] + b * rows[4] + c * rows[7];
            double z = a * rows[2] + b * rows[5] + c * rows[8];
            return x * x + y * y + z * z;
        }

        private boolean centred() {
            for (int at = 0; at < deviation.length; at += 3) {
                double squared =
                        norm(deviation[at] - mean[0], deviation[at + 1] - mean[1], deviation[at + 2] - mean[2]);
                if (squared > tolerance * tolerance) {
                    return false;
                }
            }
            return true;
        }

        private Match result() {
            double[] best = new double[3];
            Arrays.setAll(best, axis -> translation[axis] + mean[axis]);
            return new Match(best, image.clone());
        }
    }
}
