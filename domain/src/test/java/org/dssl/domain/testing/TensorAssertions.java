package org.dssl.domain.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.dssl.domain.program.Feeds;

/** Comparison of arrays: shape first, then every element within both tolerances; the message names the worst one. */
public final class TensorAssertions {
    private TensorAssertions() {}

    /** |found − expected| ≤ absolute + relative · |expected|. */
    public record Tolerance(double relative, double absolute) {
        public static Tolerance of(double both) {
            return new Tolerance(both, both);
        }

        public Tolerance times(double factor) {
            return new Tolerance(relative * factor, absolute * factor);
        }

        double allowed(double expected) {
            return absolute + relative * Math.abs(expected);
        }
    }

    /** Rows and columns, then values. */
    public static void assertClose(Feeds.Numbers expected, Feeds.Numbers found, Tolerance tolerance, String what) {
        assertEquals(
                expected.rows() + " x " + expected.columns(),
                found.rows() + " x " + found.columns(),
                what + ": shape (rows x columns)");
        assertClose(expected.values(), found.values(), tolerance, what);
    }

    public static void assertClose(double expected, double found, Tolerance tolerance, String what) {
        assertClose(new double[] {expected}, new double[] {found}, tolerance, what);
    }

    public static void assertClose(double[] expected, double[] found, Tolerance tolerance, String what) {
        assertEquals(expected.length, found.length, what + ": number of values");
        int worst = -1;
        double excess = 1;
        for (int i = 0; i < expected.length; i++) {
            double ratio = ratio(expected[i], found[i], tolerance);
            if (ratio > excess) {
                worst = i;
                excess = ratio;
            }
        }
        if (worst >= 0) {
            fail(what + ": element " + worst + " of " + expected.length + " is " + found[worst] + ", expected "
                    + expected[worst] + " within " + tolerance + " (off by " + excess + " times what is allowed)");
        }
    }

    /** How many times the difference is what is allowed; infinite where it is not a number. */
    private static double ratio(double expected, double found, Tolerance tolerance) {
        if (expected == found) {
            return 0;
        }
        double ratio = Math.abs(found - expected) / tolerance.allowed(expected);
        return Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio;
    }
}
