package org.dssl.domain.reference;

import java.util.Arrays;

/** Arithmetic of shapes, with NumPy's broadcasting: axes meet from the right, and an axis of size 1 stretches. */
final class Shapes {
    private Shapes() {}

    static int size(int... shape) {
        return size(shape, 0);
    }

    /** Product of the sizes from axis {@code from} on. */
    static int size(int[] shape, int from) {
        int size = 1;
        for (int axis = from; axis < shape.length; axis++) {
            size = Math.multiplyExact(size, shape[axis]);
        }
        return size;
    }

    /** @throws IllegalArgumentException if the shapes do not fit each other */
    static int[] broadcast(String operation, int[] a, int[] b) {
        int rank = Math.max(a.length, b.length);
        int[] shape = new int[rank];
        for (int right = 1; right <= rank; right++) {
            int x = fromRight(a, right);
            int y = fromRight(b, right);
            if (x != y && x != 1 && y != 1) {
                throw new IllegalArgumentException(operation + ": the shapes " + Arrays.toString(a) + " and "
                        + Arrays.toString(b) + " do not broadcast");
            }
            shape[rank - right] = x == 1 ? y : x;
        }
        return shape;
    }

    /** Size of an axis counted from the right (1 is the last), 1 beyond the first. */
    static int fromRight(int[] shape, int right) {
        return right <= shape.length ? shape[shape.length - right] : 1;
    }

    /** The shape with axes of size 1 put before it, three in all. */
    static int[] three(int[] shape) {
        return new int[] {fromRight(shape, 3), fromRight(shape, 2), fromRight(shape, 1)};
    }

    /** How far one step along each of three axes moves in an array of this shape; 0 along an axis of size 1. */
    static int[] strides(int[] shape) {
        int[] sizes = three(shape);
        return new int[] {sizes[0] == 1 ? 0 : sizes[1] * sizes[2], sizes[1] == 1 ? 0 : sizes[2], sizes[2] == 1 ? 0 : 1};
    }

    /** The shape with the given axis, counted from the right, replaced by a size. */
    static int[] with(int[] shape, int right, int size) {
        int[] changed = shape.clone();
        changed[shape.length - right] = size;
        return changed;
    }
}
