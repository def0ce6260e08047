package org.dssl.domain.program;

import static org.dssl.domain.program.StateAssertions.assertSameState;
import static org.dssl.domain.program.StateAssertions.assertSameWeights;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TrainingSession} must do; a backend inherits this class with {@link ScopeContract} and
 * {@link OptimiserContract}. A session knows all its weights as soon as it is open, before any feeds: a compiling
 * backend has built the program by then, an interpreting one has traced it.
 */
public abstract class TrainingSessionContract extends OptimiserContract {
    private static final Program MODEL = new SmallModel(0.2, true);
    private static final OptimiserOptions OPTIONS = OptimiserOptions.adamW(0.01, true);
    private static final double RATE = 0.02;

    private TrainingSession open(long seed) {
        return open(MODEL, OPTIONS, seed);
    }

    /** Steps number {@code from} to {@code to}, each with its own batch, row count and seed. */
    private static void train(TrainingSession session, int from, int to) {
        for (int step = from; step < to; step++) {
            session.step(SmallModel.feeds(5 + step, step), RATE, 100 + step);
        }
    }

    // ---- state and restore ----

    @Test
    void aRestoredSessionContinuesBitIdentically() {
        try (TrainingSession straight = open(1);
                TrainingSession resumed = open(2)) {
            train(straight, 0, 3);
            resumed.restore(straight.state());
            assertSameState(straight.state(), resumed.state());
            train(straight, 3, 6);
            train(resumed, 3, 6);
            assertSameState(straight.state(), resumed.state());
            assertEquals(6, resumed.state().step());
        }
    }

    @Test
    void sessionsOfOneSeedTrainBitIdentically() {
        try (TrainingSession one = open(1);
                TrainingSession other = open(1)) {
            train(one, 0, 3);
            train(other, 0, 3);
            assertSameState(one.state(), other.state());
        }
    }

    @Test
    void aStateIsACopyThatLaterStepsLeaveAlone() {
        try (TrainingSession session = open(1)) {
            train(session, 0, 2);
            ModelState state = session.state();
            double[] weights = state.weights().get("encoder/weight").values().clone();
            double[] moments = state.firstMoments().get("encoder/weight").clone();
            train(session, 2, 4);
            assertArrayEquals(weights, state.weights().get("encoder/weight").values());
            assertArrayEquals(moments, state.firstMoments().get("encoder/weight"));
        }
    }

    @Test
    void changingAStatesArraysChangesNoSession() {
        try (TrainingSession session = open(1)) {
            train(session, 0, 2);
            ModelState before = session.state();
            ModelState written = session.state();
            session.restore(written);
            written.weights().get("encoder/weight").values()[0] = 42;
            written.firstMoments().get("encoder/weight")[0] = 42;
            assertSameState(before, session.state());
            ModelState read = session.state();
            read.weights().get("encoder/weight").values()[0] = 42;
            read.secondMoments().get("encoder/weight")[0] = 42;
            assertSameState(before, session.state());
        }
    }

    @Test
    void beforeTheFirstStepTheStateHasAllWeightsAndNoMoments() {
        try (TrainingSession session = open(1)) {
            ModelState state = session.state();
            assertTrue(state.weights().keySet().containsAll(SmallModel.INITIALS.keySet()));
            assertTrue(state.firstMoments().isEmpty() && state.secondMoments().isEmpty());
            assertEquals(0, state.step());
        }
    }

    @Test
    void restoringSomeWeightsBeforeTheFirstStepLeavesTheOthersAsDrawn() {
        try (TrainingSession pretrained = open(1);
                TrainingSession session = open(2);
                TrainingSession fresh = open(2)) {
            train(pretrained, 0, 3);
            session.restore(pretrained.state().weightsOnly(name -> name.startsWith("encoder/")));
            Map<String, NamedArray> found = session.state().weights();
            found.forEach((name, array) -> {
                TrainingSession source = name.startsWith("encoder/") ? pretrained : fresh;
                assertArrayEquals(source.state().weights().get(name).values(), array.values(), name);
            });
        }
    }

    @Test
    void restoringWeightsWithoutMomentsResetsTheOptimiser() {
        try (TrainingSession used = open(1);
                TrainingSession fresh = open(1)) {
            train(used, 0, 3);
            ModelState weights = ModelState.ofWeights(used.state().weights());
            used.restore(weights);
            fresh.restore(weights);
            train(used, 3, 5);
            train(fresh, 3, 5);
            assertSameState(fresh.state(), used.state());
        }
    }

    @Test
    void aStateThatDoesNotFitIsRefusedWholeWithTheName() {
        NamedArray fits = new NamedArray("head/bias", true, new int[] {1, 1}, new double[] {42});
        NamedArray unknown = new NamedArray("encoder/weigth", true, new int[] {1, 1}, new double[1]);
        NamedArray otherShape = new NamedArray("encoder/bias", true, new int[] {2, 2}, new double[4]);
        try (TrainingSession session = open(1)) {
            ModelState before = session.state();
            for (NamedArray wrong : new NamedArray[] {unknown, otherShape}) {
                ModelState state = ModelState.ofWeights(Map.of(fits.name(), fits, wrong.name(), wrong));
                String message = assertThrows(IllegalArgumentException.class, () -> session.restore(state))
                        .getMessage();
                assertTrue(message.contains(wrong.name()), message);
                assertSameState(before, session.state());
            }
            Map<String, double[]> moments = Map.of("encoder/weigth", new double[1]);
            ModelState state = new ModelState(Map.of(fits.name(), fits), moments, moments, 1);
            assertThrows(IllegalArgumentException.class, () -> session.restore(state));
            assertSameState(before, session.state());
        }
    }

    // ---- what changes nothing ----

    @Test
    void evaluationAndGradientsChangeNothing() {
        Feeds feeds = SmallModel.feeds(6, 3);
        try (TrainingSession session = open(1)) {
            train(session, 0, 2);
            ModelState before = session.state();
            double loss = session.evaluate(feeds).loss();
            session.gradients(feeds, 5);
            assertEquals(loss, session.evaluate(feeds).loss());
            assertSameState(before, session.state());
        }
    }

    // ---- reset and close ----

    @Test
    void resetEqualsOpeningWithThatSeed() {
        try (TrainingSession reset = open(1);
                TrainingSession fresh = open(9)) {
            train(reset, 0, 3);
            reset.reset(9);
            assertSameState(fresh.state(), reset.state());
            train(reset, 0, 2);
            train(fresh, 0, 2);
            assertSameState(fresh.state(), reset.state());
        }
    }

    @Test
    void anotherSeedDrawsOtherWeights() {
        try (TrainingSession one = open(1);
                TrainingSession other = open(2)) {
            assertThrows(AssertionError.class, () -> assertSameWeights(one.state(), other.state()));
        }
    }

    @Test
    void aClosedSessionRefusesToWork() {
        Feeds feeds = SmallModel.feeds(5, 1);
        TrainingSession session = open(1);
        ModelState state = session.state();
        session.close();
        assertThrows(IllegalStateException.class, () -> session.step(feeds, RATE, 1));
        assertThrows(IllegalStateException.class, () -> session.evaluate(feeds));
        assertThrows(IllegalStateException.class, () -> session.gradients(feeds, 1));
        assertThrows(IllegalStateException.class, session::state);
        assertThrows(IllegalStateException.class, () -> session.restore(state));
        assertThrows(IllegalStateException.class, () -> session.reset(1));
        session.close();
    }

    // ---- batches ----

    @Test
    void valuesHaveTheRowsOfTheirBatch() {
        try (TrainingSession session = open(1)) {
            for (int rows : new int[] {5, 1, 8}) {
                Feeds.Numbers prediction =
                        session.evaluate(SmallModel.feeds(rows, 1)).values().get("prediction");
                assertEquals(rows, prediction.rows());
                assertEquals(1, prediction.columns());
            }
        }
    }

    @Test
    void aBatchThatLacksAnInputIsRefusedWithItsNameAndChangesNothing() {
        Feeds full = SmallModel.feeds(5, 1);
        Feeds.Numbers x = full.numbers("x");
        Feeds lacking =
                new Feeds().numbers("x", x.values(), x.rows(), x.columns()).index("group", new int[5], 2);
        Feeds wide = SmallModel.feeds(5, 1).numbers("target", new double[10], 5, 2);
        try (TrainingSession session = open(1)) {
            ModelState before = session.state();
            for (Feeds wrong : new Feeds[] {lacking, wide}) {
                String message = assertThrows(IllegalArgumentException.class, () -> session.step(wrong, RATE, 1))
                        .getMessage();
                assertTrue(message.contains("target"), message);
            }
            Feeds outside = SmallModel.feeds(5, 1).index("group", new int[] {0, 1, 2, 0, 1}, 2);
            assertThrows(IllegalArgumentException.class, () -> session.step(outside, RATE, 1));
            assertSameState(before, session.state());
            assertFalse(session.evaluate(full).values().isEmpty());
        }
    }
}
