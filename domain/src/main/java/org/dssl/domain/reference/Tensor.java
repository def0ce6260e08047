package org.dssl.domain.reference;

import java.util.Arrays;
import java.util.List;

/**
 * An immutable array of up to three axes, row-major, that knows what it was computed from. The graph of a
 * computation hangs on its results and is freed with them.
 */
public final class Tensor {

    /** The way back to an operand: the gradient of the operand from the result and the result's gradient. */
    record Edge(Tensor operand, Pullback pullback) {}

    /** Written in operations of {@code algebra}, so that a gradient can itself be differentiated. */
    interface Pullback {
        Tensor apply(ReferenceAlgebra algebra, Tensor result, Tensor gradient);
    }

    final int[] shape;
    final double[] values;

    /** To the operands through which gradient flows; empty for constants and variables. */
    final List<Edge> edges;

    private final boolean variable;

    /** See {@link org.dssl.domain.algebra.TensorAlgebra#batchStatistic}. */
    final boolean batchStatistic;

    private Tensor(double[] values, int[] shape, List<Edge> edges, boolean variable, boolean batchStatistic) {
        if (shape.length > 3) {
            throw new IllegalArgumentException("tensors have at most 3 axes, found " + Arrays.toString(shape));
        }
        if (Shapes.size(shape) != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill the shape " + Arrays.toString(shape));
        }
        this.values = values;
        this.shape = shape;
        this.edges = edges;
        this.variable = variable;
        this.batchStatistic = batchStatistic;
    }

    static Tensor constant(double[] values, int... shape) {
        return new Tensor(values, shape, List.of(), false, false);
    }

    static Tensor variable(double[] values, int... shape) {
        return new Tensor(values, shape, List.of(), true, false);
    }

    static Tensor result(double[] values, int[] shape, List<Edge> edges) {
        return new Tensor(values, shape, edges, false, false);
    }

    /** The same values behind an edge that gradients may be told not to take. */
    static Tensor batchStatistic(double[] values, int[] shape, List<Edge> edges) {
        return new Tensor(values, shape, edges, false, true);
    }

    /** Whether it depends on a variable. */
    boolean isTracked() {
        return variable || !edges.isEmpty();
    }

    public int[] shape() {
        return shape.clone();
    }

    /** A copy of the values, row-major. */
    public double[] values() {
        return values.clone();
    }

    /** The value of a tensor of one entry. */
    public double value() {
        if (values.length != 1) {
            throw new IllegalStateException(this + " has not one value but " + values.length);
        }
        return values[0];
    }

    int rank() {
        return shape.length;
    }

    /** Rows along the first axis. */
    int rows() {
        return shape.length == 0 ? 1 : shape[0];
    }

    /** Values per row of the first axis. */
    int rowSize() {
        return Shapes.size(shape, 1);
    }

    /** Size of the last axis. */
    int columns() {
        return shape.length == 0 ? 1 : shape[shape.length - 1];
    }

    @Override
    public String toString() {
        return "tensor " + Arrays.toString(shape);
    }
}
