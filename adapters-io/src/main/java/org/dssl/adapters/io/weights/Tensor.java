package org.dssl.adapters.io.weights;

import java.util.Arrays;

/**
 * A dense array.
 *
 * @param shape lengths of its axes; empty for a single number
 * @param values row-major
 */
public record Tensor(int[] shape, double[] values) {
    public Tensor {
        long size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + size + " values, found " + values.length);
        }
    }

    /** Whether every value survives as float32. */
    public boolean fitsFloat() {
        for (double value : values) {
            if (Double.compare((float) value, value) != 0) {
                return false;
            }
        }
        return true;
    }
}
