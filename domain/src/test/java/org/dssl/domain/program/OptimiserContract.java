package org.dssl.domain.program;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.testing.FiniteDifferences;
import org.junit.jupiter.api.Test;

/** What a step of a backend does to the weights. */
abstract class OptimiserContract extends ScopeContract {

    /** Half the sum of squares of its parameters times a fed factor: the gradient of p is factor · p. */
    private record Squares() implements Program {
        static final Map<String, int[]> SHAPES = new LinkedHashMap<>();

        static {
            SHAPES.put("encoder/matrix", new int[] {2, 2});
            SHAPES.put("encoder/vector", new int[] {1, 2});
            SHAPES.put("head/vector", new int[] {1, 2});
            SHAPES.put("other/matrix", new int[] {2, 2});
        }

        @Override
        public List<InputSpec> inputs() {
            return List.of(InputSpec.numbers("factor", 1));
        }

        @Override
        public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
            TensorAlgebra<T> k = scope.algebra();
            T sum = k.scalar(0);
            for (Map.Entry<String, int[]> entry : SHAPES.entrySet()) {
                T parameter = scope.parameter(entry.getKey(), Initial.zeros(), entry.getValue());
                sum = k.add(sum, k.total(k.sumColumns(k.square(parameter))));
            }
            return new Results<>(k.scale(k.mul(sum, k.total(inputs.numbers("factor"))), 0.5), Map.of());
        }

        static Feeds factor(double factor) {
            return new Feeds().numbers("factor", new double[] {factor}, 1, 1);
        }
    }

    private static final OptimiserOptions GROUPS = new OptimiserOptions(
            0.8,
            0.95,
            1e-3,
            2,
            List.of(
                    new OptimiserOptions.Group("encoder/", 0.5, 0.1, false),
                    new OptimiserOptions.Group("head/", 1, 0.2, true)));

    /**
     * Computed apart in Python after the single-tensor form of {@code torch.optim.AdamW} and of
     * {@code clip_grad_norm_} (without its 1e-6): factors 3, 0.4, 0.1 with rates 0.1, 0.05, 0.2; the gradient's norm
     * is 14.3, 1.8, 0.4, so that the first step alone is clipped. Only encoder/matrix and head/vector decay.
     */
    private static final List<Map<String, double[]>> AFTER_EACH_STEP = List.of(
            Map.of(
                    "encoder/matrix",
                    new double[] {0.945119089042671, -1.940059615516884, 0.447737612145283, 2.935039759479802},
                    "encoder/vector",
                    new double[] {0.350296662728268, -1.450079455777197},
                    "head/vector",
                    new double[] {1.860119231033767, -0.194789539096564},
                    "other/matrix",
                    new double[] {-0.900238178085341, 0.900238178085341, 0.101179651739004, 0.002331796401211}),
            Map.of(
                    "encoder/matrix",
                    new double[] {0.917960712462638, -1.910340260294522, 0.421987662471831, 2.902809657713451},
                    "encoder/vector",
                    new double[] {0.325745238914417, -1.425225879554845},
                    "head/vector",
                    new double[] {1.791921353420116, -0.145612548997543},
                    "other/matrix",
                    new double[] {-0.850829098566317, 0.850829098566317, 0.056117495360001, -0.029301923432434}),
            Map.of(
                    "encoder/matrix",
                    new double[] {0.825689013226234, -1.807637638138305, 0.335768970837549, 2.790018920547579},
                    "encoder/vector",
                    new double[] {0.244242178920988, -1.341718613793490},
                    "head/vector",
                    new double[] {1.554279610700751, 0.011533987156908},
                    "other/matrix",
                    new double[] {-0.686151586682168, 0.686151586682168, -0.083715270717417, -0.111245217622697}));

    private static ModelState beforeTheFirstStep() {
        Map<String, double[]> values = Map.of(
                "encoder/matrix", new double[] {1, -2, 0.5, 3},
                "encoder/vector", new double[] {0.4, -1.5},
                "head/vector", new double[] {2, -0.3},
                "other/matrix", new double[] {-1, 1, 0.2, 0.1});
        Map<String, NamedArray> weights = new LinkedHashMap<>();
        Squares.SHAPES.forEach((name, shape) -> weights.put(name, new NamedArray(name, true, shape, values.get(name))));
        return ModelState.ofWeights(weights);
    }

    @Test
    void threeStepsWithGroupsDecayAndClippingGiveTheNumbersOfPyTorchsForm() {
        double[] factors = {3, 0.4, 0.1};
        double[] rates = {0.1, 0.05, 0.2};
        try (TrainingSession session = open(new Squares(), GROUPS, 1)) {
            session.restore(beforeTheFirstStep());
            for (int step = 0; step < 3; step++) {
                session.step(Squares.factor(factors[step]), rates[step], step);
                Map<String, NamedArray> weights = session.state().weights();
                String after = " after step " + (step + 1);
                AFTER_EACH_STEP
                        .get(step)
                        .forEach((name, expected) -> assertClose(
                                expected,
                                weights.get(name).values(),
                                tolerance().times(10),
                                name + after));
            }
            assertEquals(3, session.state().step());
        }
    }

    @Test
    void stepsLowerTheLoss() {
        Feeds feeds = SmallModel.feeds(20, 3);
        try (TrainingSession session = open(new SmallModel(0, true), OptimiserOptions.adamW(0.01, true), 7)) {
            double before = session.step(feeds, 0.05, 0).loss();
            for (int step = 1; step < 60; step++) {
                session.step(feeds, 0.05, step);
            }
            double after = session.step(feeds, 0, 60).loss();
            assertTrue(after < 0.2 * before, "loss " + before + " before, " + after + " after 60 steps");
        }
    }

    @Test
    void theOutcomeOfAStepIsOfTheWeightsBeforeIt() {
        Feeds feeds = SmallModel.feeds(6, 3);
        try (TrainingSession session = open(new SmallModel(0, false), OptimiserOptions.adamW(0.01, true), 7)) {
            TrainingSession.Outcome before = session.evaluate(feeds);
            TrainingSession.Outcome step = session.step(feeds, 0.1, 0);
            assertClose(before.loss(), step.loss(), tolerance(), "loss");
            assertClose(before.values().get("prediction"), step.values().get("prediction"), tolerance(), "prediction");
            double change = Math.abs(session.evaluate(feeds).loss() - before.loss());
            assertTrue(change > 1e-3, "the step changed the loss by " + change);
        }
    }

    @Test
    void gradientsOfAModelAgreeWithFiniteDifferences() {
        Program model = new SmallModel(0, false);
        Feeds feeds = SmallModel.feeds(7, 3);
        try (TrainingSession session = open(model, OptimiserOptions.adamW(0, false), 7)) {
            Map<String, double[]> found = session.gradients(feeds, 0);
            Map<String, double[]> expected =
                    FiniteDifferences.gradients(model, session.state().weights(), feeds);
            expected.forEach((name, gradient) -> assertClose(
                    gradient, found.getOrDefault(name, new double[gradient.length]), gradientTolerance(), name));
        }
    }

    /** As in PyTorch, where a parameter without gradient is skipped: it does not even decay. */
    @Test
    void aParameterThatTheLossDoesNotReachStaysAsItIs() {
        Feeds feeds = SmallModel.feeds(5, 3);
        try (TrainingSession session = open(new SmallModel(0, true), OptimiserOptions.adamW(0.5, true), 7)) {
            for (int step = 0; step < 3; step++) {
                session.step(feeds, 0.1, step);
            }
            double[] found = session.state().weights().get(SmallModel.UNREACHED).values();
            assertArrayEquals(new double[] {1, 1, 1, 1}, found);
            double[] gradient = session.gradients(feeds, 0).getOrDefault(SmallModel.UNREACHED, new double[4]);
            assertArrayEquals(new double[4], gradient);
        }
    }
}
