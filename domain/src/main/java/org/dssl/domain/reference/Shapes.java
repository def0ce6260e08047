package org.dssl.domain.reference;

import java.util.Arrays;

/** Arithmetic on shapes. */
final class Shapes {
    private Shapes() {}

    static int size(int... shape) {
        int size = 1;
        for (int s : shape) {
            size *= s;
        }
        return size;
    }

    /** NumPy's rule: aligned at the right, sizes equal or one of them 1. */
    static int[] broadcast(int[] a, int[] b) {
        int[] result = new int[Math.max(a.length, b.length)];
        for (int i = 1; i <= result.length; i++) {
            int x = i <= a.length ? a[a.length - i] : 1;
            int y = i <= b.length ? b[b.length - i] : 1;
            if (x != y && x != 1 && y != 1) {
                throw new IllegalArgumentException(
                        "shapes " + Arrays.toString(a) + " and " + Arrays.toString(b) + " do not broadcast");
            }
            result[result.length - i] = x == 1 ? y : x;
        }
        return result;
    }

    /** For every entry of the large shape, the position of the entry of the small one that it repeats. */
    static int[] positions(int[] small, int[] large) {
        int[] stride = new int[large.length];
        int step = 1;
        for (int i = 1; i <= small.length; i++) {
            int at = large.length - i;
            stride[at] = small[small.length - i] == 1 ? 0 : step;
            step *= small[small.length - i];
        }
        int[] positions = new int[size(large)];
        int[] counter = new int[large.length];
        int position = 0;
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position;
            for (int axis = large.length - 1; axis >= 0; axis--) {
                position += stride[axis];
                if (++counter[axis] < large[axis]) {
                    break;
                }
                position -= stride[axis] * large[axis];
                counter[axis] = 0;
            }
        }
        return positions;
    }

    /** Entries before, along and after an axis: the layout of a slice. */
    static int[] around(int[] shape, int axis) {
        int before = 1;
        int after = 1;
        for (int i = 0; i < shape.length; i++) {
            if (i < axis) {
                before *= shape[i];
            } else if (i > axis) {
                after *= shape[i];
            }
        }
        return new int[] {before, shape[axis], after};
    }

    static int[] with(int[] shape, int axis, int size) {
        int[] changed = shape.clone();
        changed[axis] = size;
        return changed;
    }
}
