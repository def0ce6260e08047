package org.dssl.domain.algebra;

import java.util.List;
import java.util.stream.Stream;

/**
 * Operations that have a default made of basic ones, and logSoftmax, from which the losses are made. Expected values
 * by hand, those with exponentials and roots computed to forty digits apart.
 */
final class CompositeCases {
    private CompositeCases() {}

    static Stream<OperationCase> all() {
        return Stream.of(means(), softmaxes(), losses(), normalisation(), fused(), IndexCases.softmaxes())
                .flatMap(cases -> cases);
    }

    private static Stream<OperationCase> means() {
        OperationCase.Expression mean = (k, in) -> k.weightedMean(in.of("x"), in.of("w"));
        return Stream.of(
                OperationCase.of("weightedMean", mean)
                        .rows("x", 2, 1, 2, 3, 4, 5, 6)
                        .rows("w", 1, 1, 0, 3)
                        .gives(2, 4, 5),
                OperationCase.of(
                                "weightedMean without weight is zero",
                                (k, in) -> k.weightedMean(in.of("x"), k.constant(new double[] {0}, 1, 1)))
                        .rows("x", 2, 1, 2)
                        .gives(2, 0, 0));
    }

    private static Stream<OperationCase> softmaxes() {
        double[] logits = {1, 2, -1, 1000, 1001, 999};
        return Stream.of(
                OperationCase.of("logSoftmax, also of large logits", (k, in) -> k.logSoftmax(in.of("x")))
                        .rows("x", 3, logits)
                        .gives(
                                3,
                                -1.3490122167681864,
                                -0.3490122167681864,
                                -3.349012216768186,
                                -1.4076059644443804,
                                -0.4076059644443803,
                                -2.40760596444438),
                OperationCase.of("softmax", (k, in) -> k.softmax(in.of("x")))
                        .rows("x", 3, 1, 2, -1)
                        .gives(
                                3,
                                Math.exp(-1.3490122167681864),
                                Math.exp(-0.3490122167681864),
                                Math.exp(-3.349012216768186)));
    }

    private static Stream<OperationCase> losses() {
        return Stream.of(
                OperationCase.of(
                                "softmaxCrossEntropy, a row without label gives 0",
                                (k, in) -> k.softmaxCrossEntropy(
                                        in.of("x"), k.constant(new double[] {0, 1, 0, 0, 0, 1, 0, 0, 0}, 3, 3)))
                        .rows("x", 3, 1, 2, -1, 0.5, -0.5, 0, 3, 1, 2)
                        .gives(1, 0.3490122167681864, 1.1802696706417346, 0),
                OperationCase.of("absoluteError", (k, in) -> k.absoluteError(in.of("x"), in.of("y")))
                        .rows("x", 2, 1, 2, -1, 0.5)
                        .rows("y", 2, 3, 1, -1.5, 4)
                        .gives(1, 3, 4));
    }

    private static Stream<OperationCase> normalisation() {
        return Stream.of(
                OperationCase.of("weightedMoments", (k, in) -> {
                            TensorAlgebra.Moments<Object> moments = k.weightedMoments(in.of("x"), in.of("w"));
                            return k.concat(List.of(moments.mean(), moments.variance(), moments.count()));
                        })
                        .rows("x", 2, 1, 4, 2, -2, 4, 0.5)
                        .rows("w", 1, 1, 2, 0.5)
                        .gives(5, 2, 0.07142857142857142, 0.8571428571428571, 6.887755102040816, 3.5),
                OperationCase.of(
                                "normalise",
                                (k, in) -> k.normalise(
                                        in.of("x"),
                                        in.of("mean"),
                                        in.of("variance"),
                                        0.01,
                                        in.of("gain"),
                                        in.of("bias")))
                        .rows("x", 2, 1, 4, 2, -2, 4, 0.5)
                        .fixed("mean", new int[] {1, 2}, 0.5, -1)
                        .fixed("variance", new int[] {1, 2}, 4, 0.25)
                        .fixed("gain", new int[] {1, 2}, 2, -1)
                        .fixed("bias", new int[] {1, 2}, 0.1, 0.2)
                        .gives(
                                2,
                                0.5993761694389224,
                                -9.605806756909201,
                                1.5981285083167671,
                                2.1611613513818404,
                                3.5956331860724564,
                                -2.7417420270727604));
    }

    private static Stream<OperationCase> fused() {
        return Stream.of(
                OperationCase.of(
                                "gatherAdd",
                                (k, in) -> k.gatherAdd(in.of("a"), in.index("i"), in.of("b"), in.index("j")))
                        .rows("a", 2, 1, 2, 3, 4, 5, 6)
                        .rows("b", 2, 10, 20, 30, 40)
                        .index("i", 3, 2, 0, 0)
                        .index("j", 2, 0, 1, 0)
                        .gives(2, 15, 26, 31, 42, 11, 22),
                OperationCase.of("mixHeads", (k, in) -> k.mixHeads(in.of("x"), in.of("share")))
                        .rows("x", 6, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                        .rows("share", 2, 1, 0.5, -1, 2)
                        .gives(3, 3, 4.5, 6, 13, 14, 15),
                OperationCase.of(
                                "mixHeadsAlong",
                                (k, in) ->
                                        k.mixHeadsAlong(in.of("x"), in.index("from"), in.of("share"), in.index("into")))
                        .rows("x", 6, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                        .rows("share", 2, 1, 0.5, -1, 2, 3, 0)
                        .index("from", 2, 0, 1, 1)
                        .index("into", 4, 2, 0, 2)
                        .gives(3, 13, 14, 15, 0, 0, 0, 24, 28.5, 33, 0, 0, 0),
                OperationCase.of("gatedMean", CompositeCases::gatedMean)
                        .rows("gates", 2, 0.5, -1, 2, 0, -3, 1.5)
                        .rows("x", 2, 1, 2, 3, 4, 5, 6)
                        .rows("w", 1, 2, 1, 3)
                        .index("from", 3, 0, 2, 1)
                        .index("into", 4, 0, 0, 2)
                        .gives(
                                2,
                                2.377769341792459,
                                3.164702215310771,
                                0,
                                0,
                                1.0880887344696455,
                                3.630002837350971,
                                0,
                                0),
                OperationCase.of("siluAffine", (k, in) -> k.siluAffine(in.of("x"), in.of("factor"), in.of("offset")))
                        .rows("x", 2, 1, -2, 0.5, 3)
                        .fixed("factor", new int[] {1, 2}, 2, 0.5)
                        .fixed("offset", new int[] {1, 2}, -1, 0.25)
                        .gives(2, 0.7310585786300049, -0.24061597561845527, 0.0, 1.4909174034445436),
                OperationCase.of("silu", (k, in) -> k.silu(in.of("x")))
                        .rows("x", 2, -2, 0.5)
                        .gives(2, -0.23840584404423512, 0.3112296656009273));
    }

    private static Object gatedMean(TensorAlgebra<Object> k, OperationCase.Operands in) {
        return k.gatedMean(in.of("gates"), in.of("x"), in.index("from"), in.of("w"), in.index("into"), 0.25);
    }
}
