package org.dssl.adapters.tensorflow;

import static org.dssl.adapters.tensorflow.Node.edge;

import java.util.stream.IntStream;
import org.dssl.domain.algebra.Index;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/** Products, reductions, and rows along an index. */
abstract class RowNodes extends ElementwiseNodes {

    RowNodes(Ops tf) {
        super(tf);
    }

    @Override
    public Node matmul(Node a, Node b, boolean transposeA, boolean transposeB) {
        Operand<TFloat32> value =
                tf.linalg.matMul(a.value, b.value, MatMul.transposeA(transposeA), MatMul.transposeB(transposeB));
        return Node.result(
                value,
                edge(a, (y, small) -> {
                    Node g = expand(small, y);
                    return transposeA ? matmul(b, g, transposeB, true) : matmul(g, b, false, !transposeB);
                }),
                edge(b, (y, small) -> {
                    Node g = expand(small, y);
                    return transposeB ? matmul(g, a, true, transposeA) : matmul(a, g, !transposeA, false);
                }));
    }

    @Override
    public Node sumColumns(Node x) {
        Operand<TFloat32> value =
                tf.reduceSum(x.value, tf.constant(new int[] {x.rank() - 1}), ReduceSum.keepDims(true));
        return Node.result(value, edge(x, (y, g) -> g));
    }

    @Override
    public Node sumAxis(Node x, int fromRight) {
        int axis = x.rank() - fromRight;
        if (axis == 0) {
            throw new IllegalArgumentException("axis " + fromRight + " from the right of " + x + " holds the rows");
        }
        int[] kept = IntStream.range(0, x.rank())
                .map(k -> k == axis ? 1 : (int) x.shape[k])
                .toArray();
        return Node.result(
                tf.reduceSum(x.value, tf.constant(new int[] {axis})), edge(x, (y, g) -> reshape(expand(g, y), kept)));
    }

    @Override
    public Node weightedSum(Node x, Node weights) {
        // The weights lie in memory as a row already: cheaper than a transposed product. The way back to x would be the
        // product of a column and a row, for which a multiplication is faster.
        Node row = reshape(weights, 1, (int) weights.shape[0]);
        return Node.result(
                tf.linalg.matMul(row.value, x.value),
                edge(x, (y, g) -> mul(weights, expand(g, y))),
                edge(weights, (y, g) -> matmul(x, expand(g, y), false, true)));
    }

    @Override
    public Node total(Node weights) {
        Operand<TFloat32> value = tf.reduceSum(weights.value, tf.constant(new int[] {0}), ReduceSum.keepDims(true));
        return Node.result(value, edge(weights, (y, g) -> g));
    }

    @Override
    public Node gather(Node x, Index index) {
        RowIndex rows = RowIndex.of(index);
        return Node.result(
                tf.gather(x.value, rows.ids(), tf.constant(0)), edge(x, (y, g) -> segmentSum(expand(g, y), index)));
    }

    @Override
    public Node segmentSum(Node x, Index index) {
        RowIndex rows = RowIndex.of(index);
        return Node.result(
                tf.math.unsortedSegmentSum(x.value, rows.ids(), rows.range()),
                edge(x, (y, g) -> gather(expand(g, y), index)));
    }

    @Override
    public Node segmentMax(Node x, Index index) {
        RowIndex rows = RowIndex.of(index);
        return Node.constant(tf.math.unsortedSegmentMax(x.value, rows.ids(), rows.range()));
    }

    @Override
    public Node logSoftmax(Node logits) {
        return Node.result(tf.nn.logSoftmax(logits.value), edge(logits, (y, small) -> {
            Node g = expand(small, y);
            return sub(g, mul(exp(y), sumColumns(g)));
        }));
    }

    @Override
    public Node softmax(Node logits) {
        return Node.result(tf.nn.softmax(logits.value), edge(logits, (y, g) -> {
            Node product = mul(g, y);
            return sub(product, mul(y, sumColumns(product)));
        }));
    }
}
