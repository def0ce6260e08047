package org.dssl.plugins.pretext;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.ports.spi.Measure;

/**
 * Signs that embeddings of different crystals have become one vector. Embeddings a, b (G, C) of two copies of each crystal,
 * weights (G, 1); everything is of rows scaled to length 1.
 */
final class Collapse {
    private static final double TOO_NARROW = 0.05;

    /** Of what the loss compares. */
    static final Measure DEVIATION = new Measure(
            "deviation",
            TOO_NARROW,
            "embeddings of different crystals are nearly one vector, which the loss rewards; use loss: nt-xent or"
                    + " barlow-twins.");
    /** Of the encoder's own, before any head. */
    static final Measure ENCODER_DEVIATION = Measure.of("encoder-deviation");

    static final Measure ALIGNMENT = Measure.of("alignment");
    static final Measure UNIFORMITY = Measure.of("uniformity");

    private Collapse() {}

    /**
     * @param solvedByOneVector whether the loss is lowest where all embeddings are one vector: only then is a small
     *     deviation a fault. Barlow Twins compares columns on a scale of their own, whatever they have in common.
     */
    static List<Measure> measures(boolean solvedByOneVector) {
        Measure deviation = solvedByOneVector ? DEVIATION : Measure.of(DEVIATION.name());
        return List.of(deviation, ENCODER_DEVIATION, ALIGNMENT, UNIFORMITY);
    }

    static <T> T measure(Measure which, TensorAlgebra<T> algebra, T a, T b, T weights) {
        if (which == ALIGNMENT) {
            return alignment(algebra, a, b, weights);
        }
        return which == UNIFORMITY ? uniformity(algebra, a, weights) : deviation(algebra, a, weights);
    }

    /**
     * √C times the root mean variance of a column: 1 for directions spread evenly over the sphere, 0 for one direction. Source:
     * Chen and He, arXiv:2011.10566, section 4.1, with 1/√C as the healthy value.
     */
    static <T> T deviation(TensorAlgebra<T> algebra, T a, T weights) {
        T variance = algebra.weightedMoments(ContrastiveLoss.normalise(algebra, a), weights)
                .variance();
        return algebra.sqrt(algebra.sumColumns(variance));
    }

    /** Mean squared distance of a crystal's two copies. Source: Wang and Isola, arXiv:2005.10242, eq. 1. */
    private static <T> T alignment(TensorAlgebra<T> algebra, T a, T b, T weights) {
        T between = algebra.sub(ContrastiveLoss.normalise(algebra, a), ContrastiveLoss.normalise(algebra, b));
        return algebra.weightedMean(algebra.sumColumns(algebra.square(between)), weights);
    }

    /** Logarithm of the mean of exp(−2·d²) over pairs of different crystals: 0 if all are one. Source: the same, eq. 2. */
    private static <T> T uniformity(TensorAlgebra<T> algebra, T a, T weights) {
        T unit = ContrastiveLoss.normalise(algebra, a);
        T cosines = algebra.matmul(unit, unit, false, true);
        T others = algebra.sub(algebra.scalar(1), algebra.identity(a));
        T shares = algebra.mul(algebra.exp(algebra.scale(algebra.shift(cosines, -1), 4)), others);
        return algebra.log(algebra.div(
                algebra.weightedSum(algebra.sumColumns(shares), weights),
                algebra.weightedSum(algebra.sumColumns(others), weights)));
    }
}
