package org.dssl.domain.nn;

import java.util.Arrays;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Scope;

/**
 * Differentiable group normalisation: x + 0.01·Σ_g BN(s_g·x) with s = softmax(x·S) over 10 groups. Source: Zhou et al.,
 * arXiv:2006.06972, as in DeeperGATGNN.
 *
 * <p>Legend: V atoms, d width, G groups. The products s_g·x_c, (V, G·d), are never formed. What is added up is
 * x·(s·factor) + offset. And with s = s̄ + s′, x = x̄ + x′ and means E over atoms, a product has
 *
 * <pre>
 * mean      s̄·x̄ + E[s′x′]
 * variance  s̄²·E[x′²] + x̄²·E[s′²] + E[s′²x′²] − E[s′x′]² + 2·(s̄·x̄·E[s′x′] + s̄·E[s′x′²] + x̄·E[s′²x′])
 * </pre>
 */
final class GroupNorm {
    private static final int GROUPS = 10;
    private static final double SHARE = 0.01;

    private GroupNorm() {}

    /** x (V, d), weights (V, 1). */
    static <T> T apply(Scope<T> scope, String name, T x, T weights) {
        TensorAlgebra<T> a = scope.algebra();
        int width = a.columns(x);
        T s = a.softmax(a.matmul(x, Linear.weight(scope, name, width, GROUPS)));
        BatchNorm.Affine<T> norm =
                BatchNorm.affine(scope, name + ".norm", GROUPS * width, () -> moments(a, s, x, weights));
        T factor = a.reshape(norm.factor(), GROUPS, width);
        T offset = a.matmul(ones(a), a.reshape(norm.offset(), GROUPS, width));
        T sum = a.add(a.mul(x, a.matmul(s, factor)), offset);
        return a.add(x, a.scale(sum, SHARE));
    }

    private static <T> TensorAlgebra.Moments<T> moments(TensorAlgebra<T> a, T s, T x, T weights) {
        T count = a.total(weights);
        T part = a.div(weights, count);
        T sMean = a.weightedSum(s, part);
        T xMean = a.weightedSum(x, part);
        T s1 = a.sub(s, sMean);
        T x1 = a.sub(x, xMean);
        T s2 = a.square(s1);
        T x2 = a.square(x1);
        T ofS = a.reshape(sMean, GROUPS, 1);
        T s1x1 = mean(a, s1, part, x1);
        T s1x2 = mean(a, s1, part, x2);
        T s2x1 = mean(a, s2, part, x1);
        T s2x2 = mean(a, s2, part, x2);
        T ofX2 = a.weightedSum(x2, part);
        T ofS2 = a.reshape(a.weightedSum(s2, part), GROUPS, 1);

        T squares = a.add(a.mul(a.square(ofS), ofX2), a.mul(ofS2, a.square(xMean)));
        T mixed = a.add(a.mul(ofS, s1x2), a.mul(xMean, a.add(s2x1, a.mul(ofS, s1x1))));
        T variance = a.add(a.add(a.sub(s2x2, a.square(s1x1)), squares), a.scale(mixed, 2));
        T mean = a.add(a.mul(ofS, xMean), s1x1);
        int columns = GROUPS * a.columns(x);
        return new TensorAlgebra.Moments<>(a.reshape(mean, 1, columns), a.reshape(variance, 1, columns), count);
    }

    /** E[s·x] of every group and column, (G, d). */
    private static <T> T mean(TensorAlgebra<T> a, T s, T part, T x) {
        return a.matmul(a.mul(s, part), x, true, false);
    }

    private static <T> T ones(TensorAlgebra<T> a) {
        double[] ones = new double[GROUPS];
        Arrays.fill(ones, 1);
        return a.constant(ones, 1, GROUPS);
    }
}
