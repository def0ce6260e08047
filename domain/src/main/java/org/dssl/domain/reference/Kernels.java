package org.dssl.domain.reference;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The loops behind the reference algebra. Pairs of kernels are each other's gradient. */
final class Kernels {

    /** Gradients of two operands of one shape. */
    interface BinaryBackward {
        List<Value> of(Value gradient, Value a, Value b);
    }

    private final ReferenceAlgebra algebra;

    Kernels(ReferenceAlgebra algebra) {
        this.algebra = algebra;
    }

    Value binary(Value a, Value b, DoubleBinaryOperator f, BinaryBackward backward) {
        int[] shape = Shapes.broadcast(a.shape, b.shape);
        Value x = broadcastTo(a, shape);
        Value y = broadcastTo(b, shape);
        double[] data = new double[x.data.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = f.applyAsDouble(x.data[i], y.data[i]);
        }
        return algebra.node(shape, data, List.of(x, y), g -> backward.of(g, x, y));
    }

    private Value broadcastTo(Value x, int[] shape) {
        if (Arrays.equals(x.shape, shape)) {
            return x;
        }
        int[] from = Shapes.positions(x.shape, shape);
        double[] data = new double[from.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = x.data[from[i]];
        }
        return algebra.node(shape, data, List.of(x), g -> List.of(reduceTo(g, x.shape)));
    }

    /** Sums over what broadcasting {@code shape} would repeat. */
    Value reduceTo(Value x, int[] shape) {
        if (Arrays.equals(x.shape, shape)) {
            return x;
        }
        int[] to = Shapes.positions(shape, x.shape);
        double[] data = new double[Shapes.size(shape)];
        for (int i = 0; i < to.length; i++) {
            data[to[i]] += x.data[i];
        }
        return algebra.node(shape, data, List.of(x), g -> List.of(broadcastTo(g, x.shape)));
    }

    Value slice(Value x, int axis, int from, int to) {
        int[] around = Shapes.around(x.shape, axis);
        double[] data = new double[around[0] * (to - from) * around[2]];
        for (int b = 0; b < around[0]; b++) {
            System.arraycopy(
                    x.data,
                    (b * around[1] + from) * around[2],
                    data,
                    b * (to - from) * around[2],
                    (to - from) * around[2]);
        }
        return algebra.node(
                Shapes.with(x.shape, axis, to - from),
                data,
                List.of(x),
                g -> List.of(pad(g, axis, from, x.shape[axis])));
    }

    /** Zeros of size {@code size} along the axis, but x from {@code at} on. */
    Value pad(Value x, int axis, int at, int size) {
        int[] around = Shapes.around(x.shape, axis);
        int length = around[1];
        double[] data = new double[around[0] * size * around[2]];
        for (int b = 0; b < around[0]; b++) {
            System.arraycopy(
                    x.data, b * length * around[2], data, (b * size + at) * around[2], length * around[2]);
        }
        return algebra.node(
                Shapes.with(x.shape, axis, size),
                data,
                List.of(x),
                g -> List.of(slice(g, axis, at, at + length)));
    }

    Value matmul(Value a, Value b, boolean ta, boolean tb) {
        int n = ta ? a.shape[1] : a.shape[0];
        int inner = ta ? a.shape[0] : a.shape[1];
        int m = tb ? b.shape[0] : b.shape[1];
        if (inner != (tb ? b.shape[1] : b.shape[0])) {
            throw new IllegalArgumentException("no product of " + Arrays.toString(a.shape) + (ta ? "ᵀ" : "") + " and "
                    + Arrays.toString(b.shape) + (tb ? "ᵀ" : ""));
        }
        double[] left = ta ? transposed(a) : a.data;
        double[] right = tb ? transposed(b) : b.data;
        double[] data = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < inner; k++) {
                double factor = left[i * inner + k];
                if (factor != 0) {
                    for (int j = 0; j < m; j++) {
                        data[i * m + j] += factor * right[k * m + j];
                    }
                }
            }
        }
        return algebra.node(
                new int[] {n, m},
                data,
                List.of(a, b),
                g -> List.of(
                        ta ? matmul(b, g, tb, true) : matmul(g, b, false, !tb),
                        tb ? matmul(g, a, true, ta) : matmul(a, g, !ta, false)));
    }

    private static double[] transposed(Value x) {
        int rows = x.shape[0];
        int columns = x.shape[1];
        double[] data = new double[x.data.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                data[c * rows + r] = x.data[r * columns + c];
            }
        }
        return data;
    }

    Value gather(Value x, RowIndex index) {
        int size = x.rowSize();
        double[] data = new double[index.ids().length * size];
        for (int m = 0; m < index.ids().length; m++) {
            System.arraycopy(x.data, index.ids()[m] * size, data, m * size, size);
        }
        return algebra.node(
                Shapes.with(x.shape, 0, index.ids().length), data, List.of(x), g -> List.of(segmentSum(g, index)));
    }

    Value segmentSum(Value x, RowIndex index) {
        int size = x.rowSize();
        double[] data = new double[index.range() * size];
        for (int m = 0; m < index.ids().length; m++) {
            int to = index.ids()[m] * size;
            for (int c = 0; c < size; c++) {
                data[to + c] += x.data[m * size + c];
            }
        }
        return algebra.node(
                Shapes.with(x.shape, 0, index.range()), data, List.of(x), g -> List.of(gather(g, index)));
    }
}
