package org.dssl.domain.program;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;

/** What a backend's {@link Scope} gives a program: parameters, running statistics, dropout. */
abstract class ScopeContract extends BackendContract {
    private static final OptimiserOptions NO_DECAY = OptimiserOptions.adamW(0, false);
    private static final double RATE = 0.3;

    // ---- parameters ----

    @Test
    void parametersAreDrawnByTheirNameFromTheSeed() {
        try (TrainingSession session = open(new SmallModel(0, true), NO_DECAY, 5)) {
            Map<String, NamedArray> weights = session.state().weights();
            SmallModel.INITIALS.forEach((name, initial) -> {
                NamedArray found = weights.get(name);
                RandomStream stream = RandomStream.of(5).split("parameters").split(name);
                assertTrue(found.trained(), name + " is trained");
                assertClose(initial.draw(found.values().length, stream), found.values(), tolerance(), name);
            });
            assertFalse(weights.get(SmallModel.RUNNING_MEAN).trained());
            assertArrayEquals(
                    new double[SmallModel.HIDDEN],
                    weights.get(SmallModel.RUNNING_MEAN).values());
            assertEquals(SmallModel.INITIALS.size() + 2, weights.size());
        }
    }

    /** Loss p · p, p asked for twice. */
    private record SharedParameter(int... secondShape) implements Program {
        @Override
        public List<InputSpec> inputs() {
            return List.of();
        }

        @Override
        public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
            T once = scope.parameter("shared", new Initial.Constant(3), 1, 1);
            T again = scope.parameter("shared", new Initial.Constant(3), secondShape);
            return new Results<>(scope.algebra().mul(once, again), Map.of());
        }
    }

    @Test
    void aNameAskedForTwiceIsTheSameParameter() {
        try (TrainingSession session = open(new SharedParameter(1, 1), NO_DECAY, 5)) {
            assertEquals(
                    List.of("shared"), List.copyOf(session.state().weights().keySet()));
            double[] gradient = session.gradients(new Feeds(), 1).get("shared");
            assertClose(new double[] {6}, gradient, tolerance(), "gradient of p · p at 3");
        }
    }

    @Test
    void aNameAskedForWithTwoShapesIsRefused() {
        Program twoShapes = new SharedParameter(2, 1);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> open(twoShapes, NO_DECAY, 5));
        assertTrue(refusal.getMessage().contains("shared"), refusal.getMessage());
    }

    // ---- running statistics ----

    /** Two passes over one statistic, each s ← s/2 + mean/2, as two views of a batch have it. */
    private record TwoPasses() implements Program {
        @Override
        public List<InputSpec> inputs() {
            return List.of(InputSpec.numbers("a", 1), InputSpec.numbers("b", 1));
        }

        @Override
        public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
            TensorAlgebra<T> k = scope.algebra();
            T first = pass(scope, inputs.numbers("a"));
            T second = pass(scope, inputs.numbers("b"));
            T last = scope.statistic("s", 1, 1, 1);
            T loss = k.square(k.mul(scope.parameter("p", Initial.ones(), 1, 1), last));
            return new Results<>(loss, Map.of("first", first, "second", second, "last", last));
        }

        /** What the pass read. */
        private static <T> T pass(Scope<T> scope, T rows) {
            TensorAlgebra<T> k = scope.algebra();
            T before = scope.statistic("s", 1, 1, 1);
            if (scope.training()) {
                T mean = k.weightedMean(rows, k.add(k.sub(rows, rows), k.scalar(1)));
                scope.update("s", k.scale(k.add(before, mean), 0.5));
            }
            return before;
        }

        static Feeds feeds() {
            return new Feeds().numbers("a", new double[] {2, 4}, 2, 1).numbers("b", new double[] {7}, 1, 1);
        }
    }

    @Test
    void aPassReadsWhatThePassBeforeItWroteAndTheNextStepWhatWasStored() {
        try (TrainingSession session = open(new TwoPasses(), NO_DECAY, 5)) {
            assertStatistic(session.step(TwoPasses.feeds(), 0.1, 1), 1, 2, 4.5);
            assertStatistic(session.evaluate(TwoPasses.feeds()), 4.5, 4.5, 4.5);
            assertStatistic(session.step(TwoPasses.feeds(), 0.1, 2), 4.5, 3.75, 5.375);
            assertClose(new double[] {5.375}, session.state().weights().get("s").values(), tolerance(), "stored");
        }
    }

    private void assertStatistic(TrainingSession.Outcome outcome, double first, double second, double last) {
        assertClose(first, outcome.scalar("first"), tolerance(), "read by the first pass");
        assertClose(second, outcome.scalar("second"), tolerance(), "read by the second pass");
        assertClose(last, outcome.scalar("last"), tolerance(), "read at the end");
    }

    // ---- dropout ----

    /** Loss p · Σ dropped; two dropouts of the same ones. */
    private record Dropped(double rate) implements Program {
        @Override
        public List<InputSpec> inputs() {
            return List.of(InputSpec.numbers("x", 5));
        }

        @Override
        public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
            TensorAlgebra<T> k = scope.algebra();
            T dropped = scope.dropout(inputs.numbers("x"), rate);
            T other = scope.dropout(inputs.numbers("x"), rate);
            T sum = k.scale(k.total(k.sumColumns(dropped)), 1e-4);
            T loss = k.mul(scope.parameter("p", Initial.ones(), 1, 1), sum);
            return new Results<>(loss, Map.of("dropped", dropped, "other", other));
        }

        static Feeds ones() {
            double[] ones = new double[10_000];
            Arrays.fill(ones, 1);
            return new Feeds().numbers("x", ones, 2_000, 5);
        }
    }

    private double[] dropped(long seed, String value) {
        try (TrainingSession session = open(new Dropped(RATE), NO_DECAY, 5)) {
            return session.step(Dropped.ones(), 0, seed).values().get(value).values();
        }
    }

    @Test
    void dropoutZeroesTheShareOfItsRateAndKeepsTheMean() {
        double[] values = dropped(1, "dropped");
        for (double value : values) {
            assertClose(value == 0 ? 0 : 1 / (1 - RATE), value, tolerance(), "an entry");
        }
        double zeros = DoubleStream.of(values).filter(v -> v == 0).count() / (double) values.length;
        // the share's standard deviation is √(0.3 · 0.7 / 10,000) = 0.0046, the mean's 0.0065
        assertClose(RATE, zeros, new Tolerance(0, 0.025), "share of zeros");
        assertClose(1, DoubleStream.of(values).average().orElseThrow(), new Tolerance(0, 0.035), "mean");
    }

    @Test
    void dropoutDependsOnTheStepsSeedAndItsPlaceAlone() {
        double[] values = dropped(1, "dropped");
        assertArrayEquals(values, dropped(1, "dropped"), "the same seed");
        assertFalse(Arrays.equals(values, dropped(2, "dropped")), "another seed");
        assertFalse(Arrays.equals(values, dropped(1, "other")), "another place in the same pass");
    }

    @Test
    void gradientsAndStepsDropTheSameEntriesForTheSameSeed() {
        try (TrainingSession session = open(new Dropped(RATE), NO_DECAY, 5)) {
            double gradient = session.gradients(Dropped.ones(), 9).get("p")[0];
            assertClose(session.step(Dropped.ones(), 0, 9).loss(), gradient, tolerance(), "Σ dropped");
        }
    }

    @Test
    void evaluationAndRateZeroDropNothing() {
        double[] ones = Dropped.ones().numbers("x").values();
        try (TrainingSession session = open(new Dropped(RATE), NO_DECAY, 5);
                TrainingSession rateZero = open(new Dropped(0), NO_DECAY, 5)) {
            assertArrayEquals(
                    ones,
                    session.evaluate(Dropped.ones()).values().get("dropped").values());
            assertArrayEquals(
                    ones,
                    rateZero.step(Dropped.ones(), 0, 1).values().get("dropped").values());
        }
    }
}
