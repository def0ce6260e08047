package org.dssl.plugins.pretext;

import org.dssl.domain.algebra.TensorAlgebra;

/** Draws crystals of one class together, away from all others. */
final class SupervisedContrast {
    /** Below every sum of shares that can occur; only a crystal that is alone in its batch has none. */
    private static final double LEAST_SHARE = 1e-30;

    private SupervisedContrast() {}

    /**
     * Mean over the crystals i that have partners (others of their class), each by the mean over them of −log(exp(c_ip / τ) /
     * Σ_{a ≠ i} exp(c_ia / τ)), c the cosine. Zero if no crystal of the batch has a partner. Source: Khosla et al.,
     * <i>Supervised contrastive learning</i>, NeurIPS 2020, arXiv:2004.11362, eq. 2.
     *
     * @param x embeddings, (G, C)
     * @param classes one-hot, (G, classes)
     * @param weights of how many crystals each row counts, (G, 1): whole numbers, 0 leaves one out
     * @param temperature τ
     */
    static <T> T loss(TensorAlgebra<T> algebra, T x, T classes, T weights, double temperature) {
        T unit = ContrastiveLoss.normalise(algebra, x);
        T others = algebra.sub(algebra.scalar(1), algebra.identity(x));
        T shares = algebra.mul(ContrastiveLoss.shares(algebra, unit, unit, temperature), others);
        T all = algebra.maximum(algebra.matmul(shares, weights), algebra.scalar(LEAST_SHARE));
        T same = algebra.mul(algebra.matmul(classes, classes, false, true), others);
        T partners = algebra.matmul(same, weights);
        // As the shares are, shifted by the largest cosine there is: the shift falls out of the difference.
        T exponent = algebra.scale(algebra.shift(algebra.matmul(unit, unit, false, true), -1), 1 / temperature);
        T sum = algebra.matmul(algebra.mul(same, exponent), weights);
        T perCrystal = algebra.sub(algebra.log(all), algebra.div(sum, atLeastOne(algebra, partners)));
        return algebra.weightedMean(perCrystal, algebra.mul(weights, atMostOne(algebra, partners)));
    }

    private static <T> T atLeastOne(TensorAlgebra<T> algebra, T x) {
        return algebra.maximum(x, algebra.scalar(1));
    }

    private static <T> T atMostOne(TensorAlgebra<T> algebra, T x) {
        return algebra.neg(algebra.maximum(algebra.neg(x), algebra.scalar(-1)));
    }
}
