package org.dssl.domain.algebra;

import static org.dssl.domain.testing.TensorAssertions.assertClose;

import java.util.Map;
import java.util.stream.Stream;
import org.dssl.domain.program.BackendContract;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.testing.FiniteDifferences;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every implementation of {@link TensorAlgebra} must do, each operation as a small program run by the backend's
 * session: a backend that builds graphs passes it as one that computes at once.
 */
public abstract class TensorAlgebraContract extends BackendContract {
    private static final OptimiserOptions NO_DECAY = OptimiserOptions.adamW(0, false);

    static Stream<OperationCase> cases() {
        return Stream.of(
                        ElementwiseCases.all(),
                        ShapeAndProductCases.all(),
                        IndexCases.all(),
                        CompositeCases.all(),
                        CompositeCases.all().map(OperationCase::withDefaults))
                .flatMap(cases -> cases);
    }

    static Stream<OperationCase> differentiableCases() {
        return cases().filter(OperationCase::isDifferentiable);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void valueIsAsComputedApart(OperationCase operation) {
        assertClose(operation.expected(), result(operation), tolerance(), operation.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differentiableCases")
    void gradientAgreesWithFiniteDifferences(OperationCase operation) {
        Map<String, double[]> expected =
                FiniteDifferences.gradients(operation, operation.parameters(), operation.feeds());
        Map<String, double[]> found = gradients(operation);
        expected.forEach((operand, gradient) -> {
            double[] zeros = new double[gradient.length];
            String what = operation + ": gradient by " + operand;
            assertClose(gradient, found.getOrDefault(operand, zeros), gradientTolerance(), what);
        });
    }

    @Test
    void noGradientFlowsThroughStopGradient() {
        OperationCase product = OperationCase.of(
                        "x · stop(x)", (k, in) -> k.mul(in.of("x"), k.stopGradient(in.of("x"))))
                .rows("x", 1, 2, -3)
                .gives(1, 4, 9);
        double[] expected = {2 * OperationCase.coefficient(0), -3 * OperationCase.coefficient(1)};
        assertClose(expected, gradients(product).get("x"), tolerance(), "gradient of x · stop(x)");
    }

    @Test
    void noGradientFlowsThroughSegmentMax() {
        OperationCase max = OperationCase.of(
                        "y · max(x)", (k, in) -> k.mul(in.of("y"), k.segmentMax(in.of("x"), in.index("i"))))
                .rows("x", 1, 2, 5, -3)
                .rows("y", 1, 1, 1)
                .index("i", 2, 0, 0, 1)
                .gives(1, 5, -3);
        Map<String, double[]> gradients = gradients(max);
        assertClose(new double[3], gradients.getOrDefault("x", new double[3]), Tolerance.of(0), "gradient by x");
        double[] byFactor = {5 * OperationCase.coefficient(0), -3 * OperationCase.coefficient(1)};
        assertClose(byFactor, gradients.get("y"), tolerance(), "gradient by y");
    }

    @Test
    void gatherAndSegmentSumAreEachOthersAdjoint() {
        OperationCase difference = OperationCase.of("⟨gather(x), y⟩ − ⟨x, segmentSum(y)⟩", (k, in) -> {
                    Object pulled = k.mul(k.gather(in.of("x"), in.index("i")), in.of("y"));
                    Object pushed = k.mul(in.of("x"), k.segmentSum(in.of("y"), in.index("i")));
                    return k.sub(k.total(k.sumColumns(pulled)), k.total(k.sumColumns(pushed)));
                })
                .rows("x", 2, 1, -2, 0.5, 3, 2, 1)
                .rows("y", 2, 0.25, 1, -1, 2, 3, 0.5, 1.5, -2)
                .index("i", 3, 2, 0, 2, 2)
                .gives(1, 0);
        assertClose(new Feeds.Numbers(new double[1], 1, 1), result(difference), tolerance(), difference.toString());
    }

    /** A row of weight 3 and three rows of weight 1: the shares are equal, row for row. */
    @Test
    void segmentSoftmaxOfARowForThreeGivesEachOfThemItsShare() {
        OperationCase.Expression softmax = (k, in) -> k.segmentSoftmax(in.of("x"), in.of("w"), in.index("i"));
        OperationCase full = OperationCase.of("each row alone", softmax)
                .rows("x", 1, 0.5, 0.5, 0.5, -1)
                .rows("w", 1, 1, 1, 1, 1)
                .index("i", 1, 0, 0, 0, 0)
                .gives(1, 0, 0, 0, 0);
        OperationCase quotient = OperationCase.of("one row for three", softmax)
                .rows("x", 1, 0.5, -1)
                .rows("w", 1, 3, 1)
                .index("i", 1, 0, 0)
                .gives(1, 0, 0);
        double[] each = result(full).values();
        double[] expected = {each[0], each[3]};
        assertClose(expected, result(quotient).values(), tolerance(), "shares");
    }

    private Feeds.Numbers result(OperationCase operation) {
        try (TrainingSession session = open(operation, NO_DECAY, 1)) {
            session.restore(operation.state());
            return session.evaluate(operation.feeds()).values().get("result");
        }
    }

    private Map<String, double[]> gradients(OperationCase operation) {
        try (TrainingSession session = open(operation, NO_DECAY, 1)) {
            session.restore(operation.state());
            return session.gradients(operation.feeds(), 1);
        }
    }
}
