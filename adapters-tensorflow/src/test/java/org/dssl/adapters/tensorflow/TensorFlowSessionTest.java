package org.dssl.adapters.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.program.TrainingSessionContract;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;

class TensorFlowSessionTest extends TrainingSessionContract {
    private static final OptimiserOptions OPTIONS = OptimiserOptions.adamW(0.01, true);

    @Override
    protected TrainingSession open(Program program, OptimiserOptions options, long seed) {
        return new TensorFlowBackend(2, Device.CPU).open(program, options, seed);
    }

    @Override
    protected Tolerance tolerance() {
        return Tolerance.of(1e-5);
    }

    @Test
    void twentyStepsOfOneSeedGiveTheSameBits() {
        assertEquals(numbersOfTwentySteps(3), numbersOfTwentySteps(3));
        assertNotEquals(numbersOfTwentySteps(3), numbersOfTwentySteps(4));
    }

    private List<Double> numbersOfTwentySteps(long seed) {
        List<Double> numbers = new ArrayList<>();
        try (TrainingSession session = open(new SegmentProgram(0.3), OPTIONS, 5)) {
            for (int i = 0; i < 20; i++) {
                numbers.add(session.step(SegmentProgram.batch(), 0.01, seed + i).loss());
            }
            session.state().weights().values().forEach(array -> {
                for (double value : array.values()) {
                    numbers.add(value);
                }
            });
        }
        return numbers;
    }

    @Test
    void aProgramThatAsksForMoreInTrainingIsRefused() {
        try (TrainingSession session = open(new SegmentProgram(0).withMoreInTraining(), OPTIONS, 5)) {
            assertThrows(IllegalStateException.class, () -> session.step(SegmentProgram.batch(), 0.1, 1));
        }
    }
}
