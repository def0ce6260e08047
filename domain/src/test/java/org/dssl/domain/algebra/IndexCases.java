package org.dssl.domain.algebra;

import java.util.stream.Stream;

/** Operations along an index. Expected values by hand, those with exponentials computed to forty digits apart. */
final class IndexCases {
    private IndexCases() {}

    static Stream<OperationCase> all() {
        return Stream.of(gathers(), sums(), maxima(), softmaxes()).flatMap(cases -> cases);
    }

    private static Stream<OperationCase> gathers() {
        return Stream.of(
                OperationCase.of("gather repeats and skips rows", (k, in) -> k.gather(in.of("x"), in.index("i")))
                        .rows("x", 2, 1, 2, 3, 4, 5, 6)
                        .index("i", 3, 2, 0, 2, 2)
                        .gives(2, 5, 6, 1, 2, 5, 6, 5, 6),
                OperationCase.of(
                                "gather of three axes",
                                (k, in) -> k.reshapeRows(k.gather(in.of("x"), in.index("i")), 4))
                        .rows("x", new int[] {2, 2}, 1, 2, 3, 4, 5, 6, 7, 8)
                        .index("i", 2, 1, 1, 0)
                        .gives(4, 5, 6, 7, 8, 5, 6, 7, 8, 1, 2, 3, 4),
                OperationCase.of("gather of a table", (k, in) -> k.gather(in.of("p"), in.index("i")))
                        .fixed("p", new int[] {4, 1}, 10, 20, 30, 40)
                        .index("i", 4, 3, 3, 1)
                        .gives(1, 40, 40, 20));
    }

    private static Stream<OperationCase> sums() {
        return Stream.of(
                OperationCase.of("segmentSum, empty segments zero", (k, in) -> k.segmentSum(in.of("x"), in.index("i")))
                        .rows("x", 2, 1, 2, 3, 4, 5, 6)
                        .index("i", 5, 3, 1, 3)
                        .gives(2, 0, 0, 3, 4, 0, 0, 6, 8, 0, 0),
                OperationCase.of(
                                "segmentSum of three axes",
                                (k, in) -> k.reshapeRows(k.segmentSum(in.of("x"), in.index("i")), 4))
                        .rows("x", new int[] {2, 2}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                        .index("i", 2, 1, 0, 1)
                        .gives(4, 5, 6, 7, 8, 10, 12, 14, 16),
                OperationCase.of(
                                "segmentSum of no rows",
                                (k, in) -> k.segmentSum(k.gather(in.of("x"), in.index("none")), in.index("into")))
                        .fixed("x", new int[] {2, 2}, 1, 2, 3, 4)
                        .index("none", 2)
                        .index("into", 2)
                        .gives(2, 0, 0, 0, 0));
    }

    /** Gathered back, since the maximum of an empty segment (here number 1) means nothing. */
    private static Stream<OperationCase> maxima() {
        return Stream.of(OperationCase.of(
                        "segmentMax, also of negative numbers",
                        (k, in) -> k.sub(in.of("x"), k.gather(k.segmentMax(in.of("x"), in.index("i")), in.index("i"))))
                .rows("x", 2, -1, 2, -3, 4, 5, 6)
                .index("i", 3, 0, 0, 2)
                .gives(2, 0, -2, -2, 0, 0, 0)
                .valuesOnly());
    }

    private static OperationCase softmax(String name) {
        return OperationCase.of(name, (k, in) -> k.segmentSoftmax(in.of("x"), in.of("w"), in.index("i")));
    }

    static Stream<OperationCase> softmaxes() {
        return Stream.of(
                softmax("segmentSoftmax with weights, one segment empty, one of one row")
                        .rows("x", 2, 1, -1, 0.5, 2, -0.5, 0.25, 3, 2, 0, -1.5)
                        .rows("w", 1, 1, 2, 3, 1, 0.5)
                        .index("i", 4, 0, 2, 0, 2, 1)
                        .gives(
                                2,
                                0.5990210269638426,
                                0.08717613835035525,
                                0.07050946066120507,
                                1 / 3.0,
                                0.13365965767871912,
                                0.3042746205498816,
                                0.8589810786775899,
                                1 / 3.0,
                                2,
                                2),
                softmax("segmentSoftmax of large logits")
                        .rows("x", 1, 1000, 1000, -1000)
                        .rows("w", 1, 1, 3, 1)
                        .index("i", 2, 0, 0, 1)
                        .gives(1, 0.25, 0.25, 1));
    }
}
