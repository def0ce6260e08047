package org.dssl.plugins.pretext;

import org.dssl.domain.algebra.TensorAlgebra;

/** Losses between two embeddings a, b (G, C) of the same crystals, with the crystals' weights (G, 1). */
final class ContrastiveLoss {
    private static final double NORM_FLOOR = 1e-12;
    private static final double VARIANCE_FLOOR = 1e-5;

    private ContrastiveLoss() {}

    /** Mean of 1 − cos(a, b) (eq. 3 of the paper; PyTorch's CosineEmbeddingLoss with target 1). */
    static <T> T cosine(TensorAlgebra<T> algebra, T a, T b, T weights) {
        T distance = algebra.shift(algebra.neg(similarity(algebra, a, b)), 1);
        return algebra.weightedMean(distance, weights);
    }

    /** ⟨a, b⟩ / √((‖a‖² + 1e-12)(‖b‖² + 1e-12)) per row, (G, 1). */
    private static <T> T similarity(TensorAlgebra<T> algebra, T a, T b) {
        T normA = algebra.shift(algebra.sumColumns(algebra.square(a)), NORM_FLOOR);
        T normB = algebra.shift(algebra.sumColumns(algebra.square(b)), NORM_FLOOR);
        return algebra.div(algebra.sumColumns(algebra.mul(a, b)), algebra.sqrt(algebra.mul(normA, normB)));
    }

    /**
     * Barlow Twins (Zbontar et al., arXiv:2103.03230, eq. 1): columns standardised over the batch, C = AᵀB / G, Σ (C_ii − 1)²
     * + offDiagonal · Σ_{i≠j} C_ij².
     */
    static <T> T barlowTwins(TensorAlgebra<T> algebra, T a, T b, T weights, double offDiagonal) {
        T count = algebra.total(weights);
        T left = standardise(algebra, a, weights);
        T right = standardise(algebra, b, weights);
        T correlation = algebra.div(algebra.matmul(algebra.mul(left, weights), right, true, false), count);
        T diagonal = algebra.weightedMean(algebra.mul(left, right), weights);
        T all = algebra.total(algebra.sumColumns(algebra.square(correlation)));
        T onDiagonal = algebra.sumColumns(algebra.square(diagonal));
        T invariance = algebra.sumColumns(algebra.square(algebra.shift(diagonal, -1)));
        return algebra.add(invariance, algebra.scale(algebra.sub(all, onDiagonal), offDiagonal));
    }

    private static <T> T standardise(TensorAlgebra<T> algebra, T x, T weights) {
        TensorAlgebra.Moments<T> moments = algebra.weightedMoments(x, weights);
        T deviation = algebra.sqrt(algebra.shift(moments.variance(), VARIANCE_FLOOR));
        return algebra.div(algebra.sub(x, moments.mean()), deviation);
    }

    /**
     * NT-Xent (Chen et al., arXiv:2002.05709, eq. 1): cosines / temperature among all 2G rows, a row itself left out; the
     * other copy is the class of a cross-entropy, the mean of which is taken over all rows.
     */
    static <T> T ntXent(TensorAlgebra<T> algebra, T a, T b, T weights, double temperature) {
        T left = normalise(algebra, a);
        T right = normalise(algebra, b);
        T own = shares(algebra, left, left, temperature);
        T cross = shares(algebra, left, right, temperature);
        T otherOwn = shares(algebra, right, right, temperature);
        T otherCross = shares(algebra, right, left, temperature);
        T others = algebra.sub(algebra.scalar(1), algebra.identity(a));
        T all = algebra.sumColumns(algebra.add(algebra.mul(own, others), cross));
        T otherAll = algebra.sumColumns(algebra.add(algebra.mul(otherOwn, others), otherCross));
        // The shares' shift, 1 / temperature, is in the logarithms and in the partner's logit: it falls out.
        T partner = algebra.scale(algebra.shift(algebra.sumColumns(algebra.mul(left, right)), -1), 2 / temperature);
        T both = algebra.sub(algebra.add(algebra.log(all), algebra.log(otherAll)), partner);
        return algebra.scale(algebra.weightedMean(both, weights), 0.5);
    }

    /** Rows of length 1. */
    static <T> T normalise(TensorAlgebra<T> algebra, T x) {
        T norm = algebra.sqrt(algebra.shift(algebra.sumColumns(algebra.square(x)), NORM_FLOOR));
        return algebra.div(x, norm);
    }

    /** exp((cos − 1) / temperature) of every row of x with every row of y, (G, G): at most 1. */
    static <T> T shares(TensorAlgebra<T> algebra, T x, T y, double temperature) {
        T cosine = algebra.matmul(x, y, false, true);
        return algebra.exp(algebra.scale(algebra.shift(cosine, -1), 1 / temperature));
    }

    /**
     * SimSiam (Chen and He, arXiv:2011.10566, eq. 2): −½ (cos(p_a, stop z_b) + cos(p_b, stop z_a)), p predicted from z.
     */
    static <T> T simSiam(TensorAlgebra<T> algebra, T za, T zb, T pa, T pb, T weights) {
        T one = similarity(algebra, pa, algebra.stopGradient(zb));
        T two = similarity(algebra, pb, algebra.stopGradient(za));
        return algebra.scale(algebra.weightedMean(algebra.add(one, two), weights), -0.5);
    }
}
