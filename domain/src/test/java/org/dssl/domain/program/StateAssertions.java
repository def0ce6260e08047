package org.dssl.domain.program;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.dssl.domain.testing.TensorAssertions.Tolerance;

/** Equality of states to the bit. */
final class StateAssertions {
    private static final Tolerance NONE = Tolerance.of(0);

    private StateAssertions() {}

    static void assertSameState(ModelState expected, ModelState found) {
        assertSameWeights(expected, found);
        assertSameMoments(expected.firstMoments(), found.firstMoments(), "first moments");
        assertSameMoments(expected.secondMoments(), found.secondMoments(), "second moments");
        assertEquals(expected.step(), found.step(), "steps");
    }

    static void assertSameWeights(ModelState expected, ModelState found) {
        assertEquals(expected.weights().keySet(), found.weights().keySet(), "names of the weights");
        expected.weights().forEach((name, array) -> {
            NamedArray other = found.weights().get(name);
            assertArrayEquals(array.shape(), other.shape(), name + ": shape");
            assertEquals(array.trained(), other.trained(), name + ": trained");
            assertClose(array.values(), other.values(), NONE, name);
        });
    }

    private static void assertSameMoments(Map<String, double[]> expected, Map<String, double[]> found, String what) {
        assertEquals(expected.keySet(), found.keySet(), "names of the " + what);
        expected.forEach((name, values) -> assertClose(values, found.get(name), NONE, what + " of " + name));
    }
}
