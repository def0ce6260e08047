package org.dssl.domain.algebra;

import java.util.List;

/** A backend's basic operations with every composite left at its default: what the backend's own forms must equal. */
record BasicsOnly<T>(TensorAlgebra<T> basics) implements TensorAlgebra<T> {

    @Override
    public T constant(double[] values, int... shape) {
        return basics.constant(values, shape);
    }

    @Override
    public int dimension(T x, int fromRight) {
        return basics.dimension(x, fromRight);
    }

    @Override
    public T reshapeRows(T x, int... trailing) {
        return basics.reshapeRows(x, trailing);
    }

    @Override
    public T reshape(T x, int... shape) {
        return basics.reshape(x, shape);
    }

    @Override
    public T identity(T x) {
        return basics.identity(x);
    }

    @Override
    public T concat(List<T> parts) {
        return basics.concat(parts);
    }

    @Override
    public T columns(T x, int from, int to) {
        return basics.columns(x, from, to);
    }

    @Override
    public T rows(T x, int from, int to) {
        return basics.rows(x, from, to);
    }

    @Override
    public T add(T a, T b) {
        return basics.add(a, b);
    }

    @Override
    public T sub(T a, T b) {
        return basics.sub(a, b);
    }

    @Override
    public T mul(T a, T b) {
        return basics.mul(a, b);
    }

    @Override
    public T div(T a, T b) {
        return basics.div(a, b);
    }

    @Override
    public T neg(T x) {
        return basics.neg(x);
    }

    @Override
    public T exp(T x) {
        return basics.exp(x);
    }

    @Override
    public T log(T x) {
        return basics.log(x);
    }

    @Override
    public T sqrt(T x) {
        return basics.sqrt(x);
    }

    @Override
    public T square(T x) {
        return basics.square(x);
    }

    @Override
    public T abs(T x) {
        return basics.abs(x);
    }

    @Override
    public T sigmoid(T x) {
        return basics.sigmoid(x);
    }

    @Override
    public T tanh(T x) {
        return basics.tanh(x);
    }

    @Override
    public T softplus(T x) {
        return basics.softplus(x);
    }

    @Override
    public T leakyRelu(T x, double slope) {
        return basics.leakyRelu(x, slope);
    }

    @Override
    public T maximum(T a, T b) {
        return basics.maximum(a, b);
    }

    @Override
    public T stopGradient(T x) {
        return basics.stopGradient(x);
    }

    @Override
    public T matmul(T a, T b, boolean transposeA, boolean transposeB) {
        return basics.matmul(a, b, transposeA, transposeB);
    }

    @Override
    public T sumColumns(T x) {
        return basics.sumColumns(x);
    }

    @Override
    public T sumAxis(T x, int fromRight) {
        return basics.sumAxis(x, fromRight);
    }

    @Override
    public T weightedSum(T x, T weights) {
        return basics.weightedSum(x, weights);
    }

    @Override
    public T total(T weights) {
        return basics.total(weights);
    }

    @Override
    public T gather(T x, Index index) {
        return basics.gather(x, index);
    }

    @Override
    public T segmentSum(T x, Index index) {
        return basics.segmentSum(x, index);
    }

    @Override
    public T segmentMax(T x, Index index) {
        return basics.segmentMax(x, index);
    }

    @Override
    public T logSoftmax(T logits) {
        return basics.logSoftmax(logits);
    }
}
