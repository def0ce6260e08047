package org.dssl.adapters.tensorflow;

import java.util.List;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.algebra.TensorAlgebra;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/**
 * The algebra as operations of a TensorFlow graph, in float32. Sizes are known to the graph's own shape inference: rows
 * are dynamic, whatever else {@link #dimension} is asked for is static.
 */
class TensorFlowAlgebra implements TensorAlgebra<Operand<TFloat32>> {
    final Ops tf;

    TensorFlowAlgebra(Ops tf) {
        this.tf = tf;
    }

    // ---- constants and shape ----

    @Override
    public Operand<TFloat32> constant(double[] values, int... shape) {
        try (TFloat32 tensor = Tensors.floats(values, shape)) {
            return tf.constantOf(tensor);
        }
    }

    @Override
    public int dimension(Operand<TFloat32> x, int fromRight) {
        Shape shape = x.shape();
        long size = shape.get(shape.numDimensions() - fromRight);
        if (size == Shape.UNKNOWN_SIZE) {
            throw new IllegalArgumentException(
                    "dimension " + fromRight + " from the right of " + shape + " is known only when the graph runs");
        }
        return (int) size;
    }

    @Override
    public Operand<TFloat32> reshapeRows(Operand<TFloat32> x, int... trailing) {
        int[] shape = new int[trailing.length + 1];
        shape[0] = (int) x.shape().get(0);
        System.arraycopy(trailing, 0, shape, 1, trailing.length);
        return tf.reshape(x, tf.constant(shape));
    }

    @Override
    public Operand<TFloat32> reshape(Operand<TFloat32> x, int... shape) {
        return tf.reshape(x, tf.constant(shape));
    }

    @Override
    public Operand<TFloat32> concat(List<Operand<TFloat32>> parts) {
        return tf.concat(parts, tf.constant(parts.get(0).rank() - 1));
    }

    @Override
    public Operand<TFloat32> columns(Operand<TFloat32> x, int from, int to) {
        return slice(x, x.rank() - 1, from, to);
    }

    @Override
    public Operand<TFloat32> rows(Operand<TFloat32> x, int from, int to) {
        return slice(x, 0, from, to);
    }

    private Operand<TFloat32> slice(Operand<TFloat32> x, int axis, int from, int to) {
        int[] begin = new int[x.rank()];
        int[] size = new int[x.rank()];
        java.util.Arrays.fill(size, -1);
        begin[axis] = from;
        size[axis] = to - from;
        return tf.slice(x, tf.constant(begin), tf.constant(size));
    }

    // ---- elementwise, broadcasting ----

    @Override
    public Operand<TFloat32> add(Operand<TFloat32> a, Operand<TFloat32> b) {
        return tf.math.add(a, b);
    }

    @Override
    public Operand<TFloat32> sub(Operand<TFloat32> a, Operand<TFloat32> b) {
        return tf.math.sub(a, b);
    }

    @Override
    public Operand<TFloat32> mul(Operand<TFloat32> a, Operand<TFloat32> b) {
        return tf.math.mul(a, b);
    }

    @Override
    public Operand<TFloat32> div(Operand<TFloat32> a, Operand<TFloat32> b) {
        return tf.math.div(a, b);
    }

    @Override
    public Operand<TFloat32> neg(Operand<TFloat32> x) {
        return tf.math.neg(x);
    }

    @Override
    public Operand<TFloat32> exp(Operand<TFloat32> x) {
        return tf.math.exp(x);
    }

    @Override
    public Operand<TFloat32> log(Operand<TFloat32> x) {
        return tf.math.log(x);
    }

    @Override
    public Operand<TFloat32> sqrt(Operand<TFloat32> x) {
        return tf.math.sqrt(x);
    }

    @Override
    public Operand<TFloat32> square(Operand<TFloat32> x) {
        return tf.math.square(x);
    }

    @Override
    public Operand<TFloat32> abs(Operand<TFloat32> x) {
        return tf.math.abs(x);
    }

    @Override
    public Operand<TFloat32> sigmoid(Operand<TFloat32> x) {
        return tf.math.sigmoid(x);
    }

    @Override
    public Operand<TFloat32> tanh(Operand<TFloat32> x) {
        return tf.math.tanh(x);
    }

    @Override
    public Operand<TFloat32> softplus(Operand<TFloat32> x) {
        return tf.math.softplus(x);
    }

    @Override
    public Operand<TFloat32> leakyRelu(Operand<TFloat32> x, double slope) {
        return tf.nn.leakyRelu(x, LeakyRelu.alpha((float) slope));
    }

    @Override
    public Operand<TFloat32> maximum(Operand<TFloat32> a, Operand<TFloat32> b) {
        return tf.math.maximum(a, b);
    }

    @Override
    public Operand<TFloat32> stopGradient(Operand<TFloat32> x) {
        return tf.stopGradient(x);
    }

    // ---- linear algebra and reductions ----

    @Override
    public Operand<TFloat32> matmul(Operand<TFloat32> a, Operand<TFloat32> b, boolean transposeA, boolean transposeB) {
        return tf.linalg.matMul(a, b, MatMul.transposeA(transposeA), MatMul.transposeB(transposeB));
    }

    @Override
    public Operand<TFloat32> sumColumns(Operand<TFloat32> x) {
        return tf.reduceSum(x, tf.constant(new int[] {x.rank() - 1}), ReduceSum.keepDims(true));
    }

    @Override
    public Operand<TFloat32> sumAxis(Operand<TFloat32> x, int fromRight) {
        return tf.reduceSum(x, tf.constant(new int[] {x.rank() - fromRight}));
    }

    @Override
    public Operand<TFloat32> weightedSum(Operand<TFloat32> x, Operand<TFloat32> weights) {
        return matmul(weights, x, true, false);
    }

    @Override
    public Operand<TFloat32> total(Operand<TFloat32> weights) {
        return tf.reduceSum(weights, tf.constant(new int[] {0}), ReduceSum.keepDims(true));
    }

    // ---- rows along an index ----

    @Override
    public Operand<TFloat32> gather(Operand<TFloat32> x, Index index) {
        return tf.gather(x, RowIndex.of(index).ids(), tf.constant(0));
    }

    @Override
    public Operand<TFloat32> segmentSum(Operand<TFloat32> x, Index index) {
        RowIndex rows = RowIndex.of(index);
        return tf.math.unsortedSegmentSum(x, rows.ids(), rows.range());
    }

    @Override
    public Operand<TFloat32> segmentMax(Operand<TFloat32> x, Index index) {
        RowIndex rows = RowIndex.of(index);
        return tf.stopGradient(tf.math.unsortedSegmentMax(tf.stopGradient(x), rows.ids(), rows.range()));
    }

    @Override
    public Operand<TFloat32> logSoftmax(Operand<TFloat32> logits) {
        return tf.nn.logSoftmax(logits);
    }

    @Override
    public Operand<TFloat32> softmax(Operand<TFloat32> logits) {
        return tf.nn.softmax(logits);
    }
}
