package org.dssl.domain.algebra;

import java.util.List;
import java.util.stream.Stream;

/** Shapes, matrix products and sums. Expected values by hand. */
final class ShapeAndProductCases {
    private static final double[] ONE_TO_TWELVE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    private ShapeAndProductCases() {}

    static Stream<OperationCase> all() {
        return Stream.of(shapes(), joins(), products(), sums()).flatMap(cases -> cases);
    }

    private static Stream<OperationCase> shapes() {
        return Stream.of(
                OperationCase.of("reshapeRows to three axes and back", (k, in) -> {
                            Object three = k.reshapeRows(in.of("x"), 2, 3);
                            Object scaled = k.mul(three, k.constant(new double[] {1, 10}, 2, 1));
                            return k.reshapeRows(scaled, 6);
                        })
                        .rows("x", 6, ONE_TO_TWELVE)
                        .gives(6, 1, 2, 3, 40, 50, 60, 7, 8, 9, 100, 110, 120),
                OperationCase.of("reshape of a parameter", (k, in) -> k.mul(in.of("x"), k.reshape(in.of("p"), 1, 4)))
                        .rows("x", 1, 1, -2)
                        .fixed("p", new int[] {2, 2}, 1, 2, 3, 4)
                        .gives(4, 1, 2, 3, 4, -2, -4, -6, -8),
                OperationCase.of("columns", (k, in) -> k.columns(in.of("x"), 1, 3))
                        .rows("x", 4, ONE_TO_TWELVE)
                        .gives(2, 2, 3, 6, 7, 10, 11),
                OperationCase.of("columns of three axes", (k, in) -> k.reshapeRows(k.columns(in.of("x"), 1, 3), 4))
                        .rows("x", new int[] {2, 3}, ONE_TO_TWELVE)
                        .gives(4, 2, 3, 5, 6, 8, 9, 11, 12),
                OperationCase.of("rows of a parameter", (k, in) -> k.rows(in.of("p"), 1, 3))
                        .fixed("p", new int[] {4, 3}, ONE_TO_TWELVE)
                        .gives(3, 4, 5, 6, 7, 8, 9),
                OperationCase.of(
                                "rows of a parameter of three axes",
                                (k, in) -> k.reshape(k.rows(in.of("p"), 1, 2), 2, 3))
                        .fixed("p", new int[] {2, 2, 3}, ONE_TO_TWELVE)
                        .gives(3, 7, 8, 9, 10, 11, 12),
                OperationCase.of("identity as large as there are rows", (k, in) -> {
                            Object others = k.sub(k.scalar(1), k.identity(in.of("x")));
                            return k.matmul(others, in.of("x"));
                        })
                        .rows("x", 2, 1, 2, 3, 4, 5, 6)
                        .gives(2, 8, 10, 6, 8, 4, 6),
                OperationCase.of("dimension tells the fixed sizes", (k, in) -> {
                            Object sizes = k.constant(
                                    new double[] {k.dimension(in.of("x"), 1), k.dimension(in.of("x"), 2)}, 1, 2);
                            return k.mul(k.sumColumns(k.sumAxis(in.of("x"), 2)), sizes);
                        })
                        .rows("x", new int[] {2, 3}, ONE_TO_TWELVE)
                        .gives(2, 63, 42, 171, 114));
    }

    private static Stream<OperationCase> joins() {
        return Stream.of(
                OperationCase.of("concat", (k, in) -> k.concat(List.of(in.of("x"), in.of("y"), in.of("x"))))
                        .rows("x", 1, 1, 2)
                        .rows("y", 2, 3, 4, 5, 6)
                        .gives(4, 1, 3, 4, 1, 2, 5, 6, 2),
                OperationCase.of(
                                "concat of three axes",
                                (k, in) -> k.reshapeRows(k.concat(List.of(in.of("x"), in.of("y"))), 6))
                        .rows("x", new int[] {2, 1}, 1, 2, 3, 4)
                        .rows("y", new int[] {2, 2}, 5, 6, 7, 8, 9, 10, 11, 12)
                        .gives(6, 1, 5, 6, 2, 7, 8, 3, 9, 10, 4, 11, 12));
    }

    private static Stream<OperationCase> products() {
        double[] product = {7, -1, 2, 16, -4, 5, 25, -7, 8};
        double[] left = {1, 2, 3, 4, 5, 6};
        double[] leftTransposed = {1, 3, 5, 2, 4, 6};
        double[] right = {2, -2, 1, 2.5, 0.5, 0.5};
        double[] rightTransposed = {2, 2.5, -2, 0.5, 1, 0.5};
        return Stream.of(
                OperationCase.of("matmul", (k, in) -> k.matmul(in.of("a"), in.of("b")))
                        .rows("a", 2, left)
                        .fixed("b", new int[] {2, 3}, right)
                        .gives(3, product),
                OperationCase.of("matmul, b transposed", (k, in) -> k.matmul(in.of("a"), in.of("b"), false, true))
                        .rows("a", 2, left)
                        .fixed("b", new int[] {3, 2}, rightTransposed)
                        .gives(3, product),
                OperationCase.of("matmul, a transposed", (k, in) -> k.matmul(in.of("a"), in.of("b"), true, false))
                        .fixed("a", new int[] {2, 3}, leftTransposed)
                        .fixed("b", new int[] {2, 3}, right)
                        .gives(3, product),
                OperationCase.of("matmul, both transposed", (k, in) -> k.matmul(in.of("a"), in.of("b"), true, true))
                        .fixed("a", new int[] {2, 3}, leftTransposed)
                        .fixed("b", new int[] {3, 2}, rightTransposed)
                        .gives(3, product),
                OperationCase.of("matmul over dynamic rows", (k, in) -> k.matmul(in.of("a"), in.of("b"), true, false))
                        .rows("a", 2, 1, 2, 3, 4, 5, 6)
                        .rows("b", 1, 1, -1, 2)
                        .gives(1, 8, 10));
    }

    private static Stream<OperationCase> sums() {
        return Stream.of(
                OperationCase.of("sumColumns", (k, in) -> k.sumColumns(in.of("x")))
                        .rows("x", 3, 1, 2, 3, 4, 5, 6)
                        .gives(1, 6, 15),
                OperationCase.of("sumColumns of three axes", (k, in) -> k.reshapeRows(k.sumColumns(in.of("x")), 2))
                        .rows("x", new int[] {2, 3}, ONE_TO_TWELVE)
                        .gives(2, 6, 15, 24, 33),
                OperationCase.of("sumAxis, the last", (k, in) -> k.sumAxis(in.of("x"), 1))
                        .rows("x", new int[] {2, 3}, ONE_TO_TWELVE)
                        .gives(2, 6, 15, 24, 33),
                OperationCase.of("sumAxis, the middle", (k, in) -> k.sumAxis(in.of("x"), 2))
                        .rows("x", new int[] {2, 3}, ONE_TO_TWELVE)
                        .gives(3, 5, 7, 9, 17, 19, 21),
                OperationCase.of("weightedSum", (k, in) -> k.weightedSum(in.of("x"), in.of("w")))
                        .rows("x", 2, 1, 2, 3, 4, 5, 6)
                        .rows("w", 1, 1, 0, 2)
                        .gives(2, 11, 14),
                OperationCase.of("total", (k, in) -> k.total(in.of("w")))
                        .rows("w", 1, 1, 0, 2.5)
                        .gives(1, 3.5),
                OperationCase.of("total of no rows is zero", (k, in) -> k.total(k.gather(in.of("w"), in.index("none"))))
                        .fixed("w", new int[] {2, 1}, 1, 2)
                        .index("none", 2)
                        .gives(1, 0),
                OperationCase.of(
                                "weightedSum of no rows is zero",
                                (k, in) -> k.weightedSum(
                                        k.gather(in.of("x"), in.index("none")),
                                        k.columns(k.gather(in.of("x"), in.index("none")), 0, 1)))
                        .fixed("x", new int[] {2, 2}, 1, 2, 3, 4)
                        .index("none", 2)
                        .gives(2, 0, 0));
    }
}
