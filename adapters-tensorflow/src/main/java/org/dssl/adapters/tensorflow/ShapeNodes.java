package org.dssl.adapters.tensorflow;

import static org.dssl.adapters.tensorflow.Node.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dssl.domain.algebra.TensorAlgebra;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Constants, shapes, and pairs of operations that are each other's gradient: cut and pad, stretch and sum. */
abstract class ShapeNodes implements TensorAlgebra<Node> {
    Ops tf;

    ShapeNodes(Ops tf) {
        this.tf = tf;
    }

    /** Builds operations that wait for others, even those that do not read them. */
    Node after(List<Op> others, Supplier<Node> operations) {
        Ops outside = tf;
        tf = outside.withControlDependencies(others);
        try {
            return operations.get();
        } finally {
            tf = outside;
        }
    }

    @Override
    public Node constant(double[] values, int... shape) {
        return Node.constant(Tensors.constant(tf, values, shape));
    }

    @Override
    public int dimension(Node x, int fromRight) {
        return x.size(x.rank() - fromRight);
    }

    @Override
    public Node reshapeRows(Node x, int... trailing) {
        int[] shape = IntStream.concat(IntStream.of((int) x.shape[0]), IntStream.of(trailing))
                .toArray();
        return reshape(x, shape);
    }

    @Override
    public Node identity(Node x) {
        Operand<TInt32> rows = tf.slice(tf.shape(x.value), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
        return Node.constant(tf.linalg.tensorDiag(tf.fill(rows, tf.constant(1f))));
    }

    /** One size may be −1: what is left. */
    @Override
    public Node reshape(Node x, int... shape) {
        int[] back = Arrays.stream(x.shape).mapToInt(size -> (int) size).toArray();
        Operand<TFloat32> value = tf.reshape(x.value, tf.constant(shape));
        long[] sizes = Arrays.stream(shape).asLongStream().toArray();
        return Node.result(value, sizes, edge(x, (y, g) -> reshape(expand(g, y), back)));
    }

    @Override
    public Node concat(List<Node> parts) {
        Operand<TFloat32> value = tf.concat(
                parts.stream().map(part -> part.value).toList(),
                tf.constant(parts.get(0).rank() - 1));
        List<Node.Edge> edges = new ArrayList<>();
        int start = 0;
        for (Node part : parts) {
            int from = start;
            int to = start + part.columns();
            edges.add(edge(part, (y, g) -> columns(expand(g, y), from, to)));
            start = to;
        }
        return Node.result(value, edges.toArray(Node.Edge[]::new));
    }

    @Override
    public Node columns(Node x, int from, int to) {
        return cut(x, x.rank() - 1, from, to);
    }

    @Override
    public Node rows(Node x, int from, int to) {
        return cut(x, 0, from, to);
    }

    private Node cut(Node x, int axis, int from, int to) {
        int size = x.size(axis);
        if (from < 0 || from > to || to > size) {
            throw new IllegalArgumentException(from + " to " + to + " is not within axis " + axis + " of " + x);
        }
        int[] begin = new int[x.rank()];
        int[] sizes = new int[x.rank()];
        Arrays.fill(sizes, -1);
        begin[axis] = from;
        sizes[axis] = to - from;
        Operand<TFloat32> value = tf.slice(x.value, tf.constant(begin), tf.constant(sizes));
        return Node.result(value, edge(x, (y, g) -> pad(expand(g, y), axis, from, size)));
    }

    /** Zeros around x, which becomes entries {@code from} … of {@code size} along the axis. */
    private Node pad(Node x, int axis, int from, int size) {
        int to = from + x.size(axis);
        int[][] zeros = new int[x.rank()][2];
        zeros[axis] = new int[] {from, size - to};
        Operand<TFloat32> value = tf.pad(x.value, tf.constant(zeros), tf.constant(0f));
        return Node.result(value, edge(x, (y, g) -> cut(expand(g, y), axis, from, to)));
    }

    /** x stretched to the shape of another node, to which it broadcasts. */
    Node expand(Node x, Node like) {
        if (Arrays.equals(x.shape, like.shape)) {
            return x;
        }
        Operand<TInt32> shape = tf.shape(like.value);
        return Node.result(tf.broadcastTo(x.value, shape), like.shape, edge(x, (y, g) -> sumTo(expand(g, y), x)));
    }

    /**
     * A gradient of the shape of a result, or smaller, summed over the axes along which the operand was stretched to that
     * shape; what is smaller there is whole afterwards.
     */
    Node reduce(Node gradient, Node result, Node operand) {
        if (Arrays.equals(result.shape, operand.shape)) {
            return gradient;
        }
        return sumTo(expand(gradient, result), operand);
    }

    /** The reverse of {@link #expand}. */
    private Node sumTo(Node x, Node like) {
        int extra = x.rank() - like.rank();
        int[] axes = IntStream.range(0, x.rank())
                .filter(axis -> axis < extra || like.shape[axis - extra] == 1 && x.shape[axis] != 1)
                .toArray();
        if (axes.length == 0) {
            return x;
        }
        Node sum =
                Node.result(tf.reduceSum(x.value, tf.constant(axes), ReduceSum.keepDims(true)), edge(x, (y, g) -> g));
        return extra == 0
                ? sum
                : reshape(sum, Arrays.stream(like.shape).mapToInt(s -> (int) s).toArray());
    }

    @Override
    public Node batchStatistic(Node x) {
        return Node.batchStatistic(x);
    }

    @Override
    public Node stopGradient(Node x) {
        return Node.constant(x.value);
    }
}
