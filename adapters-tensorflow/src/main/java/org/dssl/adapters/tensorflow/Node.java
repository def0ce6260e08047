package org.dssl.adapters.tensorflow;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * A tensor of the graph that knows what it was computed from: the adapter differentiates by itself (see
 * {@link Gradients}).
 */
final class Node {

    /** The way back to an operand. */
    record Edge(Node operand, Pullback pullback) {}

    /**
     * From a result and its gradient to the gradient of an operand, in operations of the algebra. Gradients may be smaller
     * than what they belong to, of size 1 where all entries are equal: {@link ShapeNodes#expand} makes them whole where an
     * operation needs that.
     */
    interface Pullback {
        Node apply(Node result, Node gradient);
    }

    final Operand<TFloat32> value;
    /** Row counts are −1, {@link Shape#UNKNOWN_SIZE}. */
    final long[] shape;
    /** To operands through which gradient flows; empty for constants and parameters. */
    final List<Edge> edges;

    private final boolean leaf;
    /** See {@link org.dssl.domain.algebra.TensorAlgebra#batchStatistic}. */
    final boolean batchStatistic;

    private Node(Operand<TFloat32> value, long[] shape, List<Edge> edges, boolean leaf, boolean batchStatistic) {
        this.value = value;
        this.shape = shape;
        this.edges = edges;
        this.leaf = leaf;
        this.batchStatistic = batchStatistic;
    }

    static Node constant(Operand<TFloat32> value) {
        return new Node(value, value.shape().asArray(), List.of(), false, false);
    }

    static Node parameter(Operand<TFloat32> value) {
        return leaf(value, value.shape().asArray());
    }

    /** Something to differentiate by. */
    static Node leaf(Operand<TFloat32> value, long[] shape) {
        return new Node(value, shape, List.of(), true, false);
    }

    static Node result(Operand<TFloat32> value, Edge... edges) {
        return result(value, value.shape().asArray(), edges);
    }

    /** @param shape as the graph's own inference may not know it */
    static Node result(Operand<TFloat32> value, long[] shape, Edge... edges) {
        return new Node(
                value,
                shape,
                Arrays.stream(edges).filter(edge -> edge.operand.isTracked()).toList(),
                false,
                false);
    }

    /** x behind an edge that gradients may be told not to take. */
    static Node batchStatistic(Node x) {
        return x.isTracked() ? new Node(x.value, x.shape, List.of(edge(x, (y, g) -> g)), false, true) : x;
    }

    static Edge edge(Node operand, Pullback pullback) {
        return new Edge(operand, pullback);
    }

    /** Whether it depends on a leaf: a parameter, or what the program differentiates by. */
    boolean isTracked() {
        return leaf || !edges.isEmpty();
    }

    int rank() {
        return shape.length;
    }

    /** @throws IllegalArgumentException if the size is known only when the graph runs */
    int size(int axis) {
        if (axis < 0 || axis >= shape.length || shape[axis] == Shape.UNKNOWN_SIZE) {
            throw new IllegalArgumentException("the size of axis " + axis + " of " + this + " is not known");
        }
        return (int) shape[axis];
    }

    int columns() {
        return size(rank() - 1);
    }

    @Override
    public String toString() {
        return "tensor " + Arrays.toString(shape);
    }
}
