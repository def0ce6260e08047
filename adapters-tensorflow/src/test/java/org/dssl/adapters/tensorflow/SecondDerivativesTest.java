package org.dssl.adapters.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;
import org.dssl.domain.program.TrainingSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients are made of the algebra's operations, so that a loss on forces, themselves a gradient, can be trained. */
class SecondDerivativesTest {
    private static final int ROWS = 4;

    /** The sum over the entries, each times its own factor, of the gradient of a function of x. */
    private record GradientProgram(String function) implements Program {
        @Override
        public List<InputSpec> inputs() {
            return List.of(
                    InputSpec.index("rows"),
                    InputSpec.index("from"),
                    InputSpec.index("into"),
                    InputSpec.numbers("factors", 4));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
            return (Results<T>) results((Scope<Node>) scope, (Inputs<Node>) inputs);
        }

        private Results<Node> results(Scope<Node> scope, Inputs<Node> inputs) {
            TensorFlowAlgebra a = (TensorFlowAlgebra) scope.algebra();
            Node x = scope.parameter("x", new Initial.Uniform(1), ROWS, 4);
            // In evaluation parameters are constants, by which nothing can be differentiated.
            Node variable = scope.training() ? x : Node.parameter(x.value);
            Node rows = a.gather(variable, inputs.index("rows"));
            Node y = a.total(a.sumColumns(a.square(apply(a, rows, inputs.index("from"), inputs.index("into")))));
            Node gradient = Gradients.of(a, y, List.of(variable)).get(variable);
            return new Results<>(
                    a.total(a.sumColumns(a.mul(a.gather(gradient, inputs.index("rows")), inputs.numbers("factors")))),
                    Map.of());
        }

        private Node apply(TensorFlowAlgebra a, Node x, Index from, Index into) {
            return switch (function) {
                case "softplus" -> a.softplus(x);
                case "sigmoid" -> a.sigmoid(x);
                case "tanh" -> a.tanh(x);
                case "leakyRelu" -> a.leakyRelu(a.square(x), 0.2);
                case "division" -> a.div(a.exp(x), a.sqrt(a.shift(a.square(x), 1)));
                case "softmax" -> a.add(a.softmax(x), a.logSoftmax(x));
                case "concat" -> a.concat(List.of(a.columns(x, 1, 3), a.exp(a.columns(x, 0, 2))));
                case "mixHeads" -> a.mixHeads(x, a.exp(a.columns(x, 0, 2)));
                case "mixHeadsAlong" -> a.mixHeadsAlong(x, from, a.gather(a.exp(a.columns(x, 0, 2)), into), into);
                case "moments" -> {
                    var moments = a.weightedMoments(x, a.exp(a.columns(x, 0, 1)));
                    yield a.normalise(x, moments.mean(), moments.variance(), 0.1, a.scalar(1), a.scalar(0));
                }
                default -> throw new IllegalArgumentException(function);
            };
        }

        static Feeds feeds() {
            double[] factors = new double[ROWS * 4];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = Math.cos(3 * i);
            }
            return new Feeds()
                    .index("rows", new int[] {0, 1, 2, 3}, ROWS)
                    .index("from", new int[] {3, 0, 1, 1, 2}, ROWS)
                    .index("into", new int[] {0, 2, 2, 3, 0}, ROWS)
                    .numbers("factors", factors, ROWS, 4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "softplus",
                "sigmoid",
                "tanh",
                "leakyRelu",
                "division",
                "softmax",
                "concat",
                "mixHeads",
                "mixHeadsAlong",
                "moments"
            })
    void agreeWithFiniteDifferencesOfFirstOnes(String function) {
        Feeds feeds = GradientProgram.feeds();
        double step = 1e-2;
        try (TrainingSession session = new TensorFlowBackend(2, Device.CPU)
                .open(new GradientProgram(function), OptimiserOptions.adamW(0, false), 3)) {
            double[] second = session.gradients(feeds, 0).get("x");
            double[] x = session.state().weights().get("x").values();
            for (int i = 0; i < x.length; i++) {
                double slope = (loss(session, x, i, step) - loss(session, x, i, -step)) / (2 * step);
                assertEquals(slope, second[i], 5e-3 * (1 + Math.abs(slope)), function + " by x[" + i + "]");
            }
        }
    }

    private static double loss(TrainingSession session, double[] x, int at, double by) {
        double[] moved = x.clone();
        moved[at] += by;
        Map<String, NamedArray> weights = new LinkedHashMap<>();
        weights.put("x", new NamedArray("x", true, new int[] {ROWS, 4}, moved));
        session.restore(ModelState.ofWeights(weights));
        return session.evaluate(GradientProgram.feeds()).loss();
    }
}
