package org.dssl.domain.algebra;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Elementwise operations, and how shapes broadcast. Inputs stay away from points where a derivative jumps. */
final class ElementwiseCases {
    private ElementwiseCases() {}

    private interface Unary {
        Object of(TensorAlgebra<Object> k, Object x);
    }

    static Stream<OperationCase> all() {
        return Stream.of(unary(), extremes(), binary(), broadcasting(), broadcastingOfThreeAxes())
                .flatMap(cases -> cases);
    }

    /** Expected values from the function's definition, entry by entry. */
    private static OperationCase unary(String name, Unary operation, DoubleUnaryOperator definition, double... x) {
        return OperationCase.of(name, (k, in) -> operation.of(k, in.of("x")))
                .rows("x", 2, x)
                .gives(2, DoubleStream.of(x).map(definition).toArray());
    }

    private static Stream<OperationCase> unary() {
        return Stream.of(
                unary("neg", TensorAlgebra::neg, x -> -x, 1.5, -2, 0, 3),
                unary("exp", TensorAlgebra::exp, Math::exp, 1.5, -2, 0, 0.3),
                unary("log", TensorAlgebra::log, Math::log, 1.5, 0.2, 1, 7),
                unary("sqrt", TensorAlgebra::sqrt, Math::sqrt, 1.5, 0.2, 1, 7),
                unary("square", TensorAlgebra::square, x -> x * x, 1.5, -2, 0, 3),
                unary("abs", TensorAlgebra::abs, Math::abs, 1.5, -2, 0.1, -0.1),
                unary("sigmoid", TensorAlgebra::sigmoid, x -> 1 / (1 + Math.exp(-x)), 1.5, -2, 0, 3),
                unary("tanh", TensorAlgebra::tanh, Math::tanh, 1.5, -2, 0, 0.3),
                unary("softplus", TensorAlgebra::softplus, x -> Math.log(1 + Math.exp(x)), 1.5, -2, 0, 3),
                unary("leakyRelu", (k, x) -> k.leakyRelu(x, 0.2), x -> x > 0 ? x : 0.2 * x, 1.5, -2, 0.1, -3),
                unary("scale", (k, x) -> k.scale(x, -2.5), x -> -2.5 * x, 1.5, -2, 0, 3),
                unary("shift", (k, x) -> k.shift(x, -2.5), x -> x - 2.5, 1.5, -2, 0, 3),
                unary("silu", TensorAlgebra::silu, x -> x / (1 + Math.exp(-x)), 1.5, -2, 0, 3));
    }

    /** Where exp(100) would overflow in single precision. */
    private static Stream<OperationCase> extremes() {
        return Stream.of(
                unary("softplus far out", TensorAlgebra::softplus, x -> Math.max(x, 0), 100, -100, 800, -800),
                unary("sigmoid far out", TensorAlgebra::sigmoid, x -> x > 0 ? 1 : 0, 100, -100, 800, -800),
                unary("tanh far out", TensorAlgebra::tanh, Math::signum, 100, -100, 800, -800));
    }

    private static OperationCase pair(OperationCase.Expression expression, String name, double... expected) {
        return OperationCase.of(name, expression)
                .rows("x", 3, 1, -2, 3, 0.5, 4, -1)
                .rows("y", 3, 2, 0.5, -1, 4, -2, 0.25)
                .gives(3, expected);
    }

    private static Stream<OperationCase> binary() {
        return Stream.of(
                pair((k, in) -> k.add(in.of("x"), in.of("y")), "add", 3, -1.5, 2, 4.5, 2, -0.75),
                pair((k, in) -> k.sub(in.of("x"), in.of("y")), "sub", -1, -2.5, 4, -3.5, 6, -1.25),
                pair((k, in) -> k.mul(in.of("x"), in.of("y")), "mul", 2, -1, -3, 2, -8, -0.25),
                pair((k, in) -> k.div(in.of("x"), in.of("y")), "div", 0.5, -4, -3, 0.125, -2, -4),
                pair((k, in) -> k.maximum(in.of("x"), in.of("y")), "maximum", 2, 0.5, 3, 4, 4, 0.25),
                pair((k, in) -> k.mul(in.of("x"), in.of("x")), "an operand used twice", 1, 4, 9, 0.25, 16, 1));
    }

    private static Stream<OperationCase> broadcasting() {
        OperationCase.Expression div = (k, in) -> k.div(in.of("x"), in.of("y"));
        OperationCase.Expression sub = (k, in) -> k.sub(in.of("x"), in.of("y"));
        OperationCase.Expression maximum = (k, in) -> k.maximum(in.of("x"), in.of("y"));
        return Stream.of(
                OperationCase.of("(R, C) / (1, C)", div)
                        .rows("x", 2, 1, 2, 3, 4, 5, 6)
                        .fixed("y", new int[] {1, 2}, 2, -4)
                        .gives(2, 0.5, -0.5, 1.5, -1, 2.5, -1.5),
                OperationCase.of("(R, C) / (C)", div)
                        .rows("x", 2, 1, 2, 3, 4, 5, 6)
                        .fixed("y", new int[] {2}, 2, -4)
                        .gives(2, 0.5, -0.5, 1.5, -1, 2.5, -1.5),
                OperationCase.of("(R, C) - (R, 1)", sub)
                        .rows("x", 2, 1, 2, 3, 4, 5, 6)
                        .rows("y", 1, 1, 10, 100)
                        .gives(2, 0, 1, -7, -6, -95, -94),
                OperationCase.of("(R, 1) - (1, C)", sub)
                        .rows("x", 1, 1, 10, 100)
                        .fixed("y", new int[] {1, 2}, 2, -4)
                        .gives(2, -1, 5, 8, 14, 98, 104),
                OperationCase.of("(1, 1) / (R, C)", div)
                        .fixed("x", new int[] {1, 1}, 6)
                        .rows("y", 2, 1, 2, 3, -4)
                        .gives(2, 6, 3, 2, -1.5),
                OperationCase.of("maximum of (R, C) and (1, 1)", maximum)
                        .rows("x", 2, 1, 2, 3, -4)
                        .fixed("y", new int[] {1, 1}, 1.5)
                        .gives(2, 1.5, 2, 3, 1.5));
    }

    private static Stream<OperationCase> broadcastingOfThreeAxes() {
        OperationCase.Expression div = (k, in) -> k.reshapeRows(k.div(in.of("x"), in.of("y")), 6);
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        int[] trailing = {2, 3};
        return Stream.of(
                OperationCase.of("(R, A, B) / (R, A, 1)", div)
                        .rows("x", trailing, x)
                        .rows("y", new int[] {2, 1}, 1, 2, -1, 4)
                        .gives(6, 1, 2, 3, 2, 2.5, 3, -7, -8, -9, 2.5, 2.75, 3),
                OperationCase.of("(R, A, B) / (1, A, B)", div)
                        .rows("x", trailing, x)
                        .fixed("y", new int[] {1, 2, 3}, 1, 2, 4, -1, -2, -4)
                        .gives(6, 1, 1, 0.75, -4, -2.5, -1.5, 7, 4, 2.25, -10, -5.5, -3),
                OperationCase.of("(R, A, B) / (A, B)", div)
                        .rows("x", trailing, x)
                        .fixed("y", trailing, 1, 2, 4, -1, -2, -4)
                        .gives(6, 1, 1, 0.75, -4, -2.5, -1.5, 7, 4, 2.25, -10, -5.5, -3),
                OperationCase.of("(R, A, B) / (B)", div)
                        .rows("x", trailing, x)
                        .fixed("y", new int[] {3}, 1, 2, 4)
                        .gives(6, 1, 1, 0.75, 4, 2.5, 1.5, 7, 4, 2.25, 10, 5.5, 3),
                OperationCase.of("(R, A, B) / (1, 1)", div)
                        .rows("x", trailing, x)
                        .fixed("y", new int[] {1, 1}, 2)
                        .gives(6, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6),
                OperationCase.of("(R, A, 1) / (R, 1, B)", div)
                        .rows("x", new int[] {2, 1}, 4, 8, 12, -16)
                        .rows("y", new int[] {1, 3}, 1, 2, 4, -1, -2, -4)
                        .gives(6, 4, 2, 1, 8, 4, 2, -12, -6, -3, 16, 8, 4));
    }
}
