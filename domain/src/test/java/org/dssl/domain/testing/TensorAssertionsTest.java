package org.dssl.domain.testing;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dssl.domain.program.Feeds;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class TensorAssertionsTest {
    private static final Tolerance TOLERANCE = new Tolerance(0.01, 0.1);

    private static void assertFails(String part, Runnable assertion) {
        String message =
                assertThrows(AssertionFailedError.class, assertion::run).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void bothTolerancesAddUp() {
        assertClose(100, 101.05, TOLERANCE, "x");
        assertFails("x: element 0 of 1 is 101.2", () -> assertClose(100, 101.2, TOLERANCE, "x"));
    }

    @Test
    void theMessageNamesTheWorstElement() {
        double[] expected = {0, 0, 0};
        assertFails("element 1 of 3", () -> assertClose(expected, new double[] {1, -5, 2}, TOLERANCE, "x"));
    }

    @Test
    void notANumberFailsWhereverItStands() {
        double[] expected = {0, 0, 0};
        double[] found = {1, Double.NaN, 0.01};
        assertFails("element 1 of 3 is NaN", () -> assertClose(expected, found, TOLERANCE, "x"));
        assertFails("NaN", () -> assertClose(1, Double.NaN, TOLERANCE, "x"));
        assertFails("expected NaN", () -> assertClose(Double.NaN, 1, TOLERANCE, "x"));
    }

    @Test
    void theShapeIsComparedFirst() {
        Feeds.Numbers wide = new Feeds.Numbers(new double[] {1, 2}, 1, 2);
        Feeds.Numbers tall = new Feeds.Numbers(new double[] {8, 9}, 2, 1);
        assertFails("shape", () -> assertClose(wide, tall, TOLERANCE, "x"));
    }
}
