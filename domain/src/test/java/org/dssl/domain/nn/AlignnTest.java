package org.dssl.domain.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.reference.ReferenceSession;
import org.junit.jupiter.api.Test;

class AlignnTest {

    @Test
    void thePublishedSizesHaveThePublishedNumberOfParameters() {
        PropertyProgram program = new PropertyProgram(
                Alignn.STANDARD, 92, 1, Tap.BEFORE_ATTENTION, Pooling.MEAN, PropertyProgram.Loss.MSE);
        try (ReferenceSession session = new ReferenceSession(program, OptimiserOptions.adamW(0, false), 1)) {
            int parameters = session.state().weights().values().stream()
                    .filter(NamedArray::trained)
                    .mapToInt(array -> array.values().length)
                    .sum();
            assertEquals(4_026_753, parameters);
        }
    }

    @Test
    void gaussiansOverlapByTheirSpacing() {
        assertEquals(9.875, Alignn.STANDARD.lengths().gamma());
        assertEquals(19.5, Alignn.STANDARD.cosines().gamma());
        assertEquals(8, Alignn.STANDARD.lengths().centres().get(79), 1e-12);
        assertEquals(-1, Alignn.STANDARD.cosines().centres().get(0));
    }
}
