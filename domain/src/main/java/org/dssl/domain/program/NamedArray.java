package org.dssl.domain.program;

/**
 * An array of a model's state.
 *
 * @param trained false for running statistics
 */
public record NamedArray(String name, boolean trained, int[] shape, double[] values) {
    public NamedArray {
        int size = 1;
        for (int s : shape) {
            size *= s;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(name + ": shape " + java.util.Arrays.toString(shape) + " needs " + size
                    + " values, found " + values.length);
        }
    }
}
