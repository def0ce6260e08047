package org.dssl.domain.reference;

import java.util.List;

/**
 * A tensor of the reference algebra, row-major, with the way back to what it was made of.
 *
 * <p>Values remember their parents only where a gradient may be wanted; a pass in evaluation mode keeps nothing alive.
 */
public final class Value {

    /** Gradients of the parents from the gradient of the result; made of the same operations, so that they differentiate. */
    @FunctionalInterface
    interface Backward {
        List<Value> of(Value gradient);
    }

    final int[] shape;
    final double[] data;
    final List<Value> parents;
    final Backward backward;
    /** Order of creation: a value is younger than everything it is made of. */
    final long number;

    final boolean differentiable;

    Value(int[] shape, double[] data, List<Value> parents, Backward backward, long number, boolean differentiable) {
        this.shape = shape;
        this.data = data;
        this.parents = parents;
        this.backward = backward;
        this.number = number;
        this.differentiable = differentiable;
    }

    /** The shape; a copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** The entries, row-major; a copy. */
    public double[] data() {
        return data.clone();
    }

    int rows() {
        return shape[0];
    }

    /** Entries per row. */
    int rowSize() {
        int size = 1;
        for (int i = 1; i < shape.length; i++) {
            size *= shape[i];
        }
        return size;
    }

    int last() {
        return shape[shape.length - 1];
    }
}
