package org.dssl.domain.diffraction;

import java.util.Arrays;
import org.dssl.domain.crystal.Lattice;

/**
 * The points g = h a* + k b* + l c* (a*·a = 1) of a shell around the origin, one of each pair ±g: where |F| is the same
 * (Friedel). Columns of equal h, k follow one another, l rising by one.
 */
final class ReciprocalPoints {
    /** Widens the loops' bounds against rounding; whether a point lies in the shell is decided by its own length. */
    private static final double SLACK = 1e-9;

    private final double[] star = new double[9];
    private final double innerSquared;
    private final double outerSquared;
    private int[] indices = new int[3 * 256];
    private double[] squared = new double[256];
    private int count;

    /**
     * @param inner smallest |g|, 1/Å; the origin is left out in any case
     * @param outer largest |g|, 1/Å
     */
    ReciprocalPoints(Lattice lattice, double inner, double outer) {
        for (int vector = 0; vector < 3; vector++) {
            star[3 * vector] = lattice.fractional(1, 0, 0, vector);
            star[3 * vector + 1] = lattice.fractional(0, 1, 0, vector);
            star[3 * vector + 2] = lattice.fractional(0, 0, 1, vector);
        }
        innerSquared = inner * inner;
        outerSquared = outer * outer;
        enumerate();
    }

    /**
     * Completes squares, |g|² = r (l + s k + t h)² + p (k + q h)² + o h², so that no loop leaves the sphere, however oblique
     * the cell (Fincke and Pohst, Math. Comp. 44:463, 1985).
     */
    private void enumerate() {
        double r = dot(2, 2);
        double s = dot(1, 2) / r;
        double t = dot(0, 2) / r;
        double p = dot(1, 1) - r * s * s;
        double q = (dot(0, 1) - r * s * t) / p;
        double o = dot(0, 0) - r * t * t - p * q * q;
        int farthest = (int) Math.floor(reach(outerSquared, o));
        for (int h = 0; h <= farthest; h++) {
            double left = outerSquared - o * h * h;
            double reach = reach(left, p);
            int last = (int) Math.floor(reach - q * h);
            for (int k = h == 0 ? 0 : (int) Math.ceil(-reach - q * h); k <= last; k++) {
                double shifted = k + q * h;
                column(h, k, s * k + t * h, reach(left - p * shifted * shifted, r));
            }
        }
    }

    private double dot(int i, int j) {
        return star[3 * i] * star[3 * j] + star[3 * i + 1] * star[3 * j + 1] + star[3 * i + 2] * star[3 * j + 2];
    }

    private static double reach(double squared, double scale) {
        return Math.sqrt(Math.max(0, squared) / scale) + SLACK;
    }

    private void column(int h, int k, double shift, double reach) {
        int first = h == 0 && k == 0 ? 1 : (int) Math.ceil(-reach - shift);
        int last = (int) Math.floor(reach - shift);
        for (int l = first; l <= last; l++) {
            double x = h * star[0] + k * star[3] + l * star[6];
            double y = h * star[1] + k * star[4] + l * star[7];
            double z = h * star[2] + k * star[5] + l * star[8];
            double square = x * x + y * y + z * z;
            if (square >= innerSquared && square <= outerSquared) {
                add(h, k, l, square);
            }
        }
    }

    private void add(int h, int k, int l, double square) {
        if (count == squared.length) {
            squared = Arrays.copyOf(squared, 2 * count);
            indices = Arrays.copyOf(indices, 6 * count);
        }
        indices[3 * count] = h;
        indices[3 * count + 1] = k;
        indices[3 * count + 2] = l;
        squared[count++] = square;
    }

    int count() {
        return count;
    }

    /** h, k or l (axis 0, 1, 2) of a point. */
    int index(int point, int axis) {
        return indices[3 * point + axis];
    }

    /** |g|², 1/Å². */
    double squared(int point) {
        return squared[point];
    }

    /** Whether a point lies one step in l beyond the one before it. */
    boolean continues(int point) {
        int at = 3 * point;
        return point > 0
                && indices[at] == indices[at - 3]
                && indices[at + 1] == indices[at - 2]
                && indices[at + 2] == indices[at - 1] + 1;
    }
}
