package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.dssl.domain.testing.TensorAssertions.Tolerance;

/** Named arrays from two ways of computing one thing, equal up to rounding. */
public final class SameNumbers {
    private SameNumbers() {}

    /** Each array, to {@code relative} of its elements and of its largest one. */
    public static void assertSame(Map<String, double[]> expected, Map<String, double[]> found, double relative) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach(
                (name, values) -> assertSame(name, values, found.get(name), relative, largest(Arrays.stream(values))));
    }

    /**
     * The gradient as one vector, to {@code relative} of its length, and every element to as much of the largest one.
     * Arrays of their own say little in float32: what is zero by theory, as the gradient of a bias before a softmax, is
     * noise of any sign.
     */
    public static void assertSameGradient(
            Map<String, double[]> expected, Map<String, double[]> found, double relative) {
        assertEquals(expected.keySet(), found.keySet());
        double overall = largest(all(expected));
        double squared = 0;
        for (String name : expected.keySet()) {
            assertSame(name, expected.get(name), found.get(name), relative, overall);
            for (int i = 0; i < expected.get(name).length; i++) {
                squared += Math.pow(expected.get(name)[i] - found.get(name)[i], 2);
            }
        }
        double length = Math.sqrt(all(expected).map(x -> x * x).sum());
        assertTrue(
                Math.sqrt(squared) <= relative * length,
                "the gradient's length is " + length + ", that of the difference " + Math.sqrt(squared));
    }

    private static void assertSame(String name, double[] expected, double[] found, double relative, double scale) {
        assertClose(expected, found, new Tolerance(relative, relative * scale), name);
    }

    private static DoubleStream all(Map<String, double[]> arrays) {
        return arrays.values().stream().flatMapToDouble(Arrays::stream);
    }

    private static double largest(DoubleStream values) {
        return values.map(Math::abs).max().orElse(0);
    }
}
