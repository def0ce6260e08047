package org.dssl.adapters.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.TrainingSession;
import org.junit.jupiter.api.Test;

class TensorFlowSessionTest {
    private static final OptimiserOptions OPTIONS = OptimiserOptions.adamW(0.01, true);
    private static final TensorFlowBackend BACKEND = new TensorFlowBackend(2, Device.CPU);

    private static TrainingSession open(double dropout) {
        return BACKEND.open(new SmallProgram(dropout), OPTIONS, 5);
    }

    @Test
    void stepsLowerTheLoss() {
        try (TrainingSession session = open(0)) {
            double first = session.step(SmallProgram.batch(), 0.01, 0).loss();
            double last = first;
            for (int i = 0; i < 100; i++) {
                last = session.step(SmallProgram.batch(), 0.01, 0).loss();
            }
            assertTrue(last < 0.5 * first, first + " to " + last);
        }
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertEquals(losses(3), losses(3));
        assertNotEquals(losses(3), losses(4));
    }

    private static List<Double> losses(long seed) {
        List<Double> losses = new ArrayList<>();
        try (TrainingSession session = open(0.3)) {
            for (int i = 0; i < 20; i++) {
                losses.add(session.step(SmallProgram.batch(), 0.01, seed + i).loss());
            }
            session.state().weights().values().forEach(array -> {
                for (double value : array.values()) {
                    losses.add(value);
                }
            });
        }
        return losses;
    }

    @Test
    void aRestoredStateContinuesBitForBit() {
        Feeds batch = SmallProgram.batch();
        try (TrainingSession one = open(0.2);
                TrainingSession other = BACKEND.open(new SmallProgram(0.2), OPTIONS, 99)) {
            one.step(batch, 0.01, 1);
            one.step(batch, 0.01, 2);
            ModelState saved = one.state();
            assertEquals(2, saved.step());
            double expected = one.step(batch, 0.01, 3).loss();
            other.restore(saved);
            assertEquals(expected, other.step(batch, 0.01, 3).loss());
            assertEquals(one.evaluate(batch).loss(), other.evaluate(batch).loss());
        }
    }

    @Test
    void evaluationChangesNothingAndReturnsEveryValue() {
        Feeds batch = SmallProgram.batch();
        try (TrainingSession session = open(0.2)) {
            TrainingSession.Outcome outcome = session.evaluate(batch);
            assertEquals(
                    Set.of("prediction", "twice", "idle.sum"), outcome.values().keySet());
            assertEquals(3, outcome.values().get("prediction").rows());
            assertEquals(1, outcome.values().get("prediction").columns());
            assertEquals(2 * outcome.loss(), outcome.scalar("twice"), 1e-6);
            assertEquals(outcome.loss(), session.evaluate(batch).loss());
        }
    }

    @Test
    void aStepReturnsSingleNumbersOfTheWeightsBeforeIt() {
        Feeds batch = SmallProgram.batch();
        try (TrainingSession session = open(0)) {
            TrainingSession.Outcome outcome = session.step(batch, 0.5, 1);
            assertEquals(Set.of("twice", "idle.sum"), outcome.values().keySet());
            assertEquals(2 * outcome.loss(), outcome.scalar("twice"), 1e-6);
            assertEquals(4, outcome.scalar("idle.sum"));
        }
    }

    @Test
    void parametersThatTheLossDoesNotReachStayAsTheyAre() {
        try (TrainingSession session = open(0)) {
            session.step(SmallProgram.batch(), 0.1, 1);
            assertArrayEquals(
                    new double[] {1, 1, 1, 1},
                    session.state().weights().get("idle").values());
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        Feeds batch = SmallProgram.batch();
        double delta = 5e-3;
        try (TrainingSession session = open(0)) {
            Map<String, double[]> gradients = session.gradients(batch, 1);
            ModelState start = session.state();
            for (String name : List.of("first.weight", "share.weight", "norm.gain", "last.bias")) {
                NamedArray array = start.weights().get(name);
                for (int i = 0; i < array.values().length; i++) {
                    double up = lossWith(session, array, i, delta);
                    double down = lossWith(session, array, i, -delta);
                    session.restore(ModelState.ofWeights(Map.of(name, array)));
                    double expected = (up - down) / (2 * delta);
                    assertEquals(expected, gradients.get(name)[i], 2e-3 + 1e-2 * Math.abs(expected), name + " " + i);
                }
            }
        }
    }

    /** In training mode, with a learning rate of zero, so that nothing but statistics moves. */
    private static double lossWith(TrainingSession session, NamedArray array, int entry, double by) {
        double[] values = array.values().clone();
        values[entry] += by;
        session.restore(
                ModelState.ofWeights(Map.of(array.name(), new NamedArray(array.name(), true, array.shape(), values))));
        return session.step(SmallProgram.batch(), 0, 1).loss();
    }

    @Test
    void aClosedSessionRefusesToWork() {
        TrainingSession session = open(0);
        session.close();
        session.close();
        assertThrows(IllegalStateException.class, () -> session.evaluate(SmallProgram.batch()));
        assertThrows(IllegalStateException.class, () -> session.step(SmallProgram.batch(), 1, 1));
        assertThrows(IllegalStateException.class, session::state);
        assertThrows(IllegalStateException.class, () -> session.reset(1));
    }

    @Test
    void wrongFeedsAndStatesAreNamed() {
        try (TrainingSession session = open(0)) {
            String lacking = assertThrows(IllegalArgumentException.class, () -> session.evaluate(new Feeds()))
                    .getMessage();
            assertTrue(lacking.contains("'x'"), lacking);
            Feeds wide = SmallProgram.batch().numbers("x", new double[32], 8, 4);
            String columns = assertThrows(IllegalArgumentException.class, () -> session.evaluate(wide))
                    .getMessage();
            assertTrue(columns.contains("'x'") && columns.contains("3") && columns.contains("4"), columns);
            NamedArray unknown = new NamedArray("nobody", true, new int[] {1}, new double[1]);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> session.restore(ModelState.ofWeights(Map.of("nobody", unknown))));
            NamedArray small = new NamedArray("idle", true, new int[] {1}, new double[1]);
            assertThrows(
                    IllegalArgumentException.class, () -> session.restore(ModelState.ofWeights(Map.of("idle", small))));
        }
    }
}
