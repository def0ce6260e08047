package org.dssl.domain.algebra;

import java.util.List;

/**
 * The operations in which every encoder, head and loss is written; a backend computes them.
 *
 * <p>Legend: R rows (dynamic: atoms, edges, crystals of a batch), C columns (known when the model is built).
 * A tensor is (R, C), (R, A, B) or a parameter of fixed shape; row tensors of one value each are (R, 1).
 * Elementwise operations broadcast as NumPy does. There is no unweighted mean over rows on purpose: rows
 * carry multiplicities (equivalent atoms and edges stand once), so every reduction over rows takes weights.
 *
 * <p>Composite operations have a default made of basic ones; a backend may override them for speed, and the
 * contract test compares both.
 *
 * @param <T> the backend's tensor
 */
public interface TensorAlgebra<T> {

    // ---- constants and shape ----

    /** A constant in row-major order. */
    T constant(double[] values, int... shape);

    default T scalar(double value) {
        return constant(new double[] {value}, 1, 1);
    }

    /** The size of a static dimension, counted from the right: {@code dimension(x, 1)} is the last one. */
    int dimension(T x, int fromRight);

    default int columns(T x) {
        return dimension(x, 1);
    }

    /** Keeps the rows and gives the rest of each row the shape {@code trailing}. */
    T reshapeRows(T x, int... trailing);

    /** Reshapes a tensor of fixed shape (a parameter). */
    T reshape(T x, int... shape);

    /** The identity matrix (R, R) of as many rows as x has. */
    T identity(T x);

    /** Joins along the last axis. */
    T concat(List<T> parts);

    /** Columns {@code from} (inclusive) to {@code to} (exclusive) of the last axis. */
    T columns(T x, int from, int to);

    /** Rows {@code from} (inclusive) to {@code to} (exclusive) of a tensor of fixed shape. */
    T rows(T x, int from, int to);

    // ---- elementwise, broadcasting ----

    T add(T a, T b);

    T sub(T a, T b);

    T mul(T a, T b);

    T div(T a, T b);

    T neg(T x);

    T exp(T x);

    T log(T x);

    T sqrt(T x);

    T square(T x);

    T abs(T x);

    T sigmoid(T x);

    T tanh(T x);

    /** log(1 + exp(x)), without overflow. */
    T softplus(T x);

    T leakyRelu(T x, double slope);

    T maximum(T a, T b);

    default T scale(T x, double factor) {
        return mul(x, scalar(factor));
    }

    default T shift(T x, double offset) {
        return add(x, scalar(offset));
    }

    /** x·σ(x), also called swish. */
    default T silu(T x) {
        return mul(x, sigmoid(x));
    }

    /** The value of x, through which no gradient flows. */
    T stopGradient(T x);

    /**
     * x as a statistic of the batch: constant for {@link org.dssl.domain.program.Scope#gradient}, by which a crystal's forces
     * do not hang on the other crystals, in training as in evaluation; the loss's own gradient flows through it.
     */
    default T batchStatistic(T x) {
        return x;
    }

    // ---- linear algebra and reductions ----

    /** Matrix product of (transposed if asked) matrices. */
    T matmul(T a, T b, boolean transposeA, boolean transposeB);

    default T matmul(T a, T b) {
        return matmul(a, b, false, false);
    }

    /** Sum over the last axis; the axis stays with size 1. */
    T sumColumns(T x);

    /** Sum over axis {@code fromRight} (1 is the last), which disappears; not for the row axis. */
    T sumAxis(T x, int fromRight);

    /** Sum of w·x over all rows; x (R, C), weights (R, 1), result (1, C). */
    T weightedSum(T x, T weights);

    /** Σ w·x / Σ w over all rows, zero where all weights are zero; shapes as {@link #weightedSum}. */
    default T weightedMean(T x, T weights) {
        return div(weightedSum(x, weights), maximum(total(weights), scalar(1e-30)));
    }

    /** Σ w of a (R, 1) tensor, as (1, 1). */
    T total(T weights);

    // ---- rows along an index ----

    /** (N, …) to (M, …). */
    T gather(T x, Index index);

    /** (M, …) to (N, …); a row that nothing points to is zero. */
    T segmentSum(T x, Index index);

    /**
     * The maximum per segment as a constant: no gradient flows through it. Rows that nothing points to hold an
     * unspecified finite value. (M, C) to (N, C).
     */
    T segmentMax(T x, Index index);

    /**
     * Softmax over the rows that share a segment, weighted: {@code exp(x) / Σ w·exp(x)}, so that a row that stands
     * for w equal ones gets the share of one of them. x (M, C), weights (M, 1), result (M, C).
     */
    default T segmentSoftmax(T x, T weights, Index index) {
        T shifted = exp(sub(x, gather(segmentMax(x, index), index)));
        T sums = segmentSum(mul(weights, shifted), index);
        return div(shifted, gather(sums, index));
    }

    // ---- losses' building blocks ----

    /** Logarithm of the softmax over the last axis. */
    T logSoftmax(T logits);

    default T softmax(T logits) {
        return exp(logSoftmax(logits));
    }

    /** Cross-entropy of each row: logits (R, C), labels one-hot (R, C), result (R, 1); a row of zeros gives 0. */
    default T softmaxCrossEntropy(T logits, T labels) {
        return neg(sumColumns(mul(labels, logSoftmax(logits))));
    }

    /** |a − b| per row, summed over columns: (R, 1). */
    default T absoluteError(T a, T b) {
        return sumColumns(abs(sub(a, b)));
    }

    // ---- normalisation ----

    /** Weighted mean and population variance of every column, and how many rows the weights stand for. */
    record Moments<T>(T mean, T variance, T count) {}

    /** Moments over rows: x (R, C), weights (R, 1); mean and variance (1, C), count (1, 1). */
    default Moments<T> weightedMoments(T x, T weights) {
        T count = total(weights);
        T mean = div(weightedSum(x, weights), count);
        T variance = div(weightedSum(square(sub(x, mean)), weights), count);
        return new Moments<>(mean, variance, count);
    }

    /** (x − mean) / √(variance + epsilon) · gain + bias, all but x of shape (1, C). */
    default T normalise(T x, T mean, T variance, double epsilon, T gain, T bias) {
        T factor = div(gain, sqrt(shift(variance, epsilon)));
        return add(mul(x, factor), sub(bias, mul(mean, factor)));
    }

    // ---- composites that pay off when fused ----

    /** SiLU of x·factor + offset: x (R, C), factor and offset (1, C), result (R, C). */
    default T siluAffine(T x, T factor, T offset) {
        return silu(add(mul(x, factor), offset));
    }

    /** Rows a[i] + b[j]: (N1, C), (N2, C) to (M, C). */
    default T gatherAdd(T a, Index i, T b, Index j) {
        return add(gather(a, i), gather(b, j));
    }

    /** Σ_h share[h] · x[h, :]: x (R, H·C), share (R, H), result (R, C). */
    default T mixHeads(T x, T share) {
        int heads = columns(share);
        int width = columns(x) / heads;
        return sumAxis(mul(reshapeRows(x, heads, width), reshapeRows(share, heads, 1)), 2);
    }

    /**
     * Messages of several heads: row n is the sum over all m with into[m] = n, and over heads h, of
     * share[m, h] · x[from[m], h, :]. x (K, H·C), share (M, H), result (N, C); {@code from} M to K, {@code into} M to N.
     */
    default T mixHeadsAlong(T x, Index from, T share, Index into) {
        return segmentSum(mixHeads(gather(x, from), share), into);
    }

    /**
     * The mean of neighbours weighted by gates, column by column: row n is Σ w·σ(g)·x[from] / (Σ w·σ(g) + epsilon) over
     * all m with into[m] = n. Gates g (M, C), x (K, C), weights w (M, 1), result (N, C).
     */
    default T gatedMean(T gates, T x, Index from, T weights, Index into, double epsilon) {
        T counted = mul(sigmoid(gates), weights);
        T sum = segmentSum(mul(counted, gather(x, from)), into);
        return div(sum, shift(segmentSum(counted, into), epsilon));
    }
}
