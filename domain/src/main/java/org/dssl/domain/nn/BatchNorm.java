package org.dssl.domain.nn;

import java.util.function.Supplier;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;

/**
 * Batch normalisation over rows that carry multiplicities: moments are weighted by them, and the count in the running
 * variance's N/(N − 1) is the full one. Source: Ioffe and Szegedy, arXiv:1502.03167, in PyTorch's conventions
 * (population variance to normalise, unbiased in the running one).
 */
public final class BatchNorm {
    static final double EPSILON = 1e-5;
    static final double MOMENTUM = 0.1;

    private BatchNorm() {}

    /** A normalisation as x·factor + offset, both (1, C). */
    record Affine<T>(T factor, T offset) {}

    /** Normalises the columns of x (R, C) with weights (R, 1), then gain and bias per column. */
    public static <T> T apply(Scope<T> scope, String name, T x, T weights) {
        TensorAlgebra<T> a = scope.algebra();
        Affine<T> norm = affine(scope, name, a.columns(x), () -> a.weightedMoments(x, weights));
        return a.add(a.mul(x, norm.factor()), norm.offset());
    }

    /** SiLU of the normalised x, (R, C). */
    static <T> T silu(Scope<T> scope, String name, T x, T weights) {
        TensorAlgebra<T> a = scope.algebra();
        Affine<T> norm = affine(scope, name, a.columns(x), () -> a.weightedMoments(x, weights));
        return a.siluAffine(x, norm.factor(), norm.offset());
    }

    /** @param ofBatch asked for in training only, where it also moves the running statistics */
    static <T> Affine<T> affine(Scope<T> scope, String name, int columns, Supplier<TensorAlgebra.Moments<T>> ofBatch) {
        TensorAlgebra<T> a = scope.algebra();
        T gain = scope.parameter(name + ".gain", Initial.ones(), 1, columns);
        T bias = scope.parameter(name + ".bias", Initial.zeros(), 1, columns);
        T runningMean = scope.statistic(name + ".mean", 0, 1, columns);
        T runningVariance = scope.statistic(name + ".variance", 1, 1, columns);
        T mean = runningMean;
        T variance = runningVariance;
        if (scope.training()) {
            TensorAlgebra.Moments<T> moments = ofBatch.get();
            mean = a.batchStatistic(moments.mean());
            variance = a.batchStatistic(moments.variance());
            // A single row has no unbiased variance; PyTorch refuses it, we keep the population one.
            T others = a.maximum(a.shift(moments.count(), -1), a.scalar(1));
            T unbiased = a.mul(variance, a.div(moments.count(), others));
            scope.update(name + ".mean", blend(a, runningMean, mean));
            scope.update(name + ".variance", blend(a, runningVariance, unbiased));
        }
        T factor = a.div(gain, a.sqrt(a.shift(variance, EPSILON)));
        return new Affine<>(factor, a.sub(bias, a.mul(mean, factor)));
    }

    private static <T> T blend(TensorAlgebra<T> a, T running, T batch) {
        return a.add(a.scale(running, 1 - MOMENTUM), a.scale(a.stopGradient(batch), MOMENTUM));
    }
}
