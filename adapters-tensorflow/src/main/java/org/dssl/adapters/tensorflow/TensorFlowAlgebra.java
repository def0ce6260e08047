package org.dssl.adapters.tensorflow;

import static org.dssl.adapters.tensorflow.Node.edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.Index;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.sparse.SparseTensorDenseMatMul;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The algebra as operations of a TensorFlow graph, in float32: rows are dynamic, all other sizes are known while the graph
 * is built. Here are the composites that pay when fused; {@link RowNodes}, {@link ElementwiseNodes} and
 * {@link ShapeNodes} have the basic operations.
 *
 * <p>Legend: R, M, N, K rows, H heads, C columns of a head.
 */
final class TensorFlowAlgebra extends RecomputedNodes {
    private record Pattern(RowIndex from, RowIndex into, int heads) {}

    private final Map<Pattern, Operand<TInt64>> patterns = new HashMap<>();

    TensorFlowAlgebra(Ops tf) {
        super(tf);
    }

    /** With (x − mean)² in one pass. The mean's part in the variance's gradient is Σ w·(x − mean), which is zero. */
    @Override
    public Moments<Node> weightedMoments(Node x, Node weights) {
        Node count = total(weights);
        Node mean = div(weightedSum(x, weights), count);
        Node squares = Node.constant(tf.math.squaredDifference(x.value, mean.value));
        Operand<TFloat32> variance = div(weightedSum(squares, stopGradient(weights)), stopGradient(count)).value;
        Node.Edge toX = edge(x, (y, g) -> mul(mul(sub(x, mean), scale(div(g, count), 2)), weights));
        Node.Edge toWeights = edge(weights, (y, g) -> div(sumColumns(mul(g, sub(square(sub(x, mean)), y))), count));
        return new Moments<>(mean, Node.result(variance, toX, toWeights), count);
    }

    /** As many products (1, H)·(H, C) as there are rows. */
    @Override
    public Node mixHeads(Node x, Node share) {
        int heads = share.columns();
        int width = x.columns() / heads;
        Operand<TFloat32> value = product(cube(share, 1, heads), cube(x, heads, width), false);
        return Node.result(
                tf.reshape(value, tf.constant(new int[] {-1, width})),
                edge(x, (y, g) -> spread(share, expand(g, y))),
                edge(share, (y, g) -> headProducts(x, expand(g, y), heads)));
    }

    /** Σ_c x[h, c]·z[c]: x (R, H·C), z (R, C) to (R, H). */
    private Node headProducts(Node x, Node z, int heads) {
        int width = z.columns();
        Operand<TFloat32> value = product(cube(z, 1, width), cube(x, heads, width), true);
        return Node.result(
                tf.reshape(value, tf.constant(new int[] {-1, heads})),
                edge(x, (y, g) -> spread(expand(g, y), z)),
                edge(z, (y, g) -> mixHeads(x, expand(g, y))));
    }

    /** share[h]·z[c]: share (R, H), z (R, C) to (R, H·C). */
    private Node spread(Node share, Node z) {
        int heads = share.columns();
        int width = z.columns();
        Operand<TFloat32> value = tf.math.mul(cube(share, heads, 1), cube(z, 1, width));
        return Node.result(
                tf.reshape(value, tf.constant(new int[] {-1, heads * width})),
                edge(share, (y, g) -> headProducts(expand(g, y), z, heads)),
                edge(z, (y, g) -> mixHeads(expand(g, y), share)));
    }

    private Operand<TFloat32> cube(Node x, int rows, int columns) {
        return tf.reshape(x.value, tf.constant(new int[] {-1, rows, columns}));
    }

    private Operand<TFloat32> product(Operand<TFloat32> a, Operand<TFloat32> b, boolean transposeB) {
        return tf.train.batchMatMul(a, b, TFloat32.class, BatchMatMul.adjY(transposeB));
    }

    /** As the product of a sparse (N, K·H) matrix of the shares with x as (K·H, C): no row of x is copied. */
    @Override
    public Node mixHeadsAlong(Node x, Index from, Node share, Index into) {
        int heads = share.columns();
        int width = x.columns() / heads;
        Operand<TFloat32> value =
                sparseProduct(from, share, into, tf.reshape(x.value, tf.constant(new int[] {-1, width})), false);
        return Node.result(
                value,
                new long[] {value.shape().get(0), width},
                edge(x, (y, g) -> spreadAlong(share, from, expand(g, y), into)),
                edge(share, (y, g) -> headProducts(gather(x, from), gather(expand(g, y), into), heads)));
    }

    /** Row k is Σ over m with from[m] = k of share[m, h]·z[into[m], c]: share (M, H), z (N, C) to (K, H·C). */
    private Node spreadAlong(Node share, Index from, Node z, Index into) {
        int heads = share.columns();
        int width = z.columns();
        Operand<TFloat32> value = sparseProduct(from, share, into, z.value, true);
        return Node.result(
                tf.reshape(value, tf.constant(new int[] {-1, heads * width})),
                edge(share, (y, g) -> headProducts(gather(expand(g, y), from), gather(z, into), heads)),
                edge(z, (y, g) -> mixHeadsAlong(expand(g, y), from, share, into)));
    }

    private Operand<TFloat32> sparseProduct(
            Index from, Node share, Index into, Operand<TFloat32> dense, boolean transposed) {
        int heads = share.columns();
        RowIndex columns = RowIndex.of(from);
        RowIndex rows = RowIndex.of(into);
        Operand<TInt64> size = tf.stack(List.of(wide(rows.range()), times(wide(columns.range()), heads)));
        return tf.sparse.sparseTensorDenseMatMul(
                patterns.computeIfAbsent(new Pattern(columns, rows, heads), this::places),
                tf.reshape(share.value, tf.constant(new int[] {-1})),
                size,
                dense,
                SparseTensorDenseMatMul.adjointA(transposed));
    }

    /** Where share[m, h] stands in the matrix: (into[m], from[m]·H + h), as (M·H, 2). */
    private Operand<TInt64> places(Pattern pattern) {
        int heads = pattern.heads;
        long[] each = new long[heads];
        java.util.Arrays.setAll(each, h -> h);
        Operand<TInt64> first = tf.reshape(times(wide(pattern.from.ids()), heads), tf.constant(new int[] {-1, 1}));
        Operand<TInt64> column = tf.math.add(first, tf.constant(new long[][] {each}));
        Operand<TInt64> row = tf.math.add(
                tf.reshape(wide(pattern.into.ids()), tf.constant(new int[] {-1, 1})),
                tf.constant(new long[][] {new long[heads]}));
        return tf.reshape(tf.stack(List.of(row, column), Stack.axis(2L)), tf.constant(new int[] {-1, 2}));
    }

    private Operand<TInt64> wide(Operand<org.tensorflow.types.TInt32> ids) {
        return tf.dtypes.cast(ids, TInt64.class);
    }

    private Operand<TInt64> times(Operand<TInt64> x, long factor) {
        return tf.math.mul(x, tf.constant(factor));
    }
}
