package org.dssl.domain.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.crystal.Lattice;

/**
 * The rotations that keep the metric of a reduced basis within a tolerance. In a reduced basis their matrices hold −1, 0
 * and 1 only: an image of a shortest vector is a shortest vector.
 */
final class MetricSymmetry {
    private static final int CANDIDATES = 27;

    private final double[] length = new double[3];
    private final double[] angle = new double[3];
    private final double[] candidateLength = new double[CANDIDATES];
    private final double[][] candidate = new double[CANDIDATES][3];
    private final double tolerance;

    private MetricSymmetry(Lattice reduced, double tolerance) {
        this.tolerance = tolerance;
        for (int i = 0; i < 3; i++) {
            length[i] = reduced.length(i);
            angle[i] = Math.toRadians(reduced.angle(i));
        }
        for (int n = 0; n < CANDIDATES; n++) {
            for (int axis = 0; axis < 3; axis++) {
                candidate[n][axis] = reduced.cartesian(digit(n, 0), digit(n, 1), digit(n, 2), axis);
            }
            candidateLength[n] = Math.sqrt(dot(n, n));
        }
    }

    /**
     * All rotations; not always a group if the tolerance is large.
     *
     * @param tolerance by which lengths may differ, and by which an angle may move the end of a vector as long as the two
     *     that form it on average, Å
     */
    static List<Rotation> of(Lattice reduced, double tolerance) {
        return new MetricSymmetry(reduced, tolerance).rotations();
    }

    /** Candidate n counts −1, 0 and 1 in three digits. */
    private static int digit(int n, int vector) {
        return switch (vector) {
            case 0 -> n / 9 - 1;
            case 1 -> n / 3 % 3 - 1;
            default -> n % 3 - 1;
        };
    }

    private List<Rotation> rotations() {
        List<Rotation> found = new ArrayList<>();
        for (int a : images(0)) {
            for (int b : images(1)) {
                if (!sameAngle(a, b, 2)) {
                    continue;
                }
                for (int c : images(2)) {
                    if (sameAngle(b, c, 0) && sameAngle(a, c, 1)) {
                        Rotation rotation = rotation(a, b, c);
                        if (Math.abs(rotation.determinant()) == 1) {
                            found.add(rotation);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Rotation rotation(int... images) {
        int[] rows = new int[9];
        for (int i = 0; i < 9; i++) {
            rows[i] = digit(images[i / 3], i % 3);
        }
        return new Rotation(rows);
    }

    /** Candidates as long as a basis vector. */
    private List<Integer> images(int vector) {
        List<Integer> images = new ArrayList<>();
        for (int n = 0; n < CANDIDATES; n++) {
            if (Math.abs(candidateLength[n] - length[vector]) <= tolerance) {
                images.add(n);
            }
        }
        return images;
    }

    private boolean sameAngle(int m, int n, int which) {
        double cosine = dot(m, n) / (candidateLength[m] * candidateLength[n]);
        double turned = Math.acos(Math.max(-1, Math.min(1, cosine))) - angle[which];
        double arm = (candidateLength[m] + candidateLength[n]) / 2;
        return Math.abs(turned) * arm <= tolerance;
    }

    private double dot(int m, int n) {
        double[] x = candidate[m];
        double[] y = candidate[n];
        return x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
    }
}
