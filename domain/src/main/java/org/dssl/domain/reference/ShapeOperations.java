package org.dssl.domain.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;

/** Constants, shapes, and pairs of operations that are each other's gradient: cut and pad, stretch and sum. */
abstract class ShapeOperations implements TensorAlgebra<Tensor> {
    private final boolean recording;

    ShapeOperations(boolean recording) {
        this.recording = recording;
    }

    /** A result with its way back, which is kept only to operands that depend on a variable. */
    final Tensor result(double[] values, int[] shape, Tensor.Edge... edges) {
        if (!recording) {
            return Tensor.constant(values, shape);
        }
        List<Tensor.Edge> tracked =
                Arrays.stream(edges).filter(edge -> edge.operand().isTracked()).toList();
        return Tensor.result(values, shape, tracked);
    }

    static Tensor.Edge edge(Tensor operand, Tensor.Pullback pullback) {
        return new Tensor.Edge(operand, pullback);
    }

    @Override
    public Tensor constant(double[] values, int... shape) {
        return Tensor.constant(values.clone(), shape.clone());
    }

    Tensor ones(int[] shape) {
        double[] values = new double[Shapes.size(shape)];
        Arrays.fill(values, 1);
        return Tensor.constant(values, shape);
    }

    @Override
    public int dimension(Tensor x, int fromRight) {
        checkAxis("dimension", x, fromRight);
        return x.shape[x.rank() - fromRight];
    }

    static void checkAxis(String operation, Tensor x, int fromRight) {
        if (fromRight < 1 || fromRight > x.rank()) {
            throw new IllegalArgumentException(operation + ": no axis " + fromRight + " from the right in " + x);
        }
    }

    @Override
    public Tensor reshapeRows(Tensor x, int... trailing) {
        int[] shape = new int[trailing.length + 1];
        shape[0] = x.rows();
        System.arraycopy(trailing, 0, shape, 1, trailing.length);
        return reshape(x, shape);
    }

    @Override
    public Tensor reshape(Tensor x, int... shape) {
        return result(x.values, shape.clone(), edge(x, (k, y, g) -> k.reshape(g, x.shape)));
    }

    @Override
    public Tensor identity(Tensor x) {
        int rows = x.rows();
        double[] out = new double[rows * rows];
        for (int row = 0; row < rows; row++) {
            out[row * rows + row] = 1;
        }
        return Tensor.constant(out, new int[] {rows, rows});
    }

    @Override
    public Tensor concat(List<Tensor> parts) {
        int columns = parts.stream().mapToInt(Tensor::columns).sum();
        int[] shape = Shapes.with(parts.get(0).shape, 1, columns);
        double[] out = new double[Shapes.size(shape)];
        List<Tensor.Edge> edges = new ArrayList<>();
        int start = 0;
        for (Tensor part : parts) {
            if (!Arrays.equals(Shapes.with(part.shape, 1, columns), shape)) {
                throw new IllegalArgumentException("concat: " + parts + " differ in more than the last axis");
            }
            int from = start;
            int to = from + part.columns();
            copyColumns(part.values, part.columns(), 0, out, columns, from, part.columns());
            edges.add(edge(part, (k, y, g) -> k.columns(g, from, to)));
            start = to;
        }
        return result(out, shape, edges.toArray(Tensor.Edge[]::new));
    }

    @Override
    public Tensor columns(Tensor x, int from, int to) {
        checkRange("columns", x, from, to, x.columns());
        int[] shape = Shapes.with(x.shape, 1, to - from);
        double[] out = new double[Shapes.size(shape)];
        copyColumns(x.values, x.columns(), from, out, to - from, 0, to - from);
        return result(out, shape, edge(x, (k, y, g) -> k.padColumns(g, from, x.columns())));
    }

    /** Zeros around the columns of x, which become columns {@code from} … of {@code total}. */
    Tensor padColumns(Tensor x, int from, int total) {
        int[] shape = Shapes.with(x.shape, 1, total);
        double[] out = new double[Shapes.size(shape)];
        copyColumns(x.values, x.columns(), 0, out, total, from, x.columns());
        return result(out, shape, edge(x, (k, y, g) -> k.columns(g, from, from + x.columns())));
    }

    private static void copyColumns(double[] x, int width, int from, double[] out, int outWidth, int at, int count) {
        int rows = width == 0 ? 0 : x.length / width;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, row * width + from, out, row * outWidth + at, count);
        }
    }

    @Override
    public Tensor rows(Tensor x, int from, int to) {
        checkRange("rows", x, from, to, x.rows());
        int size = x.rowSize();
        int[] shape = Shapes.with(x.shape, x.rank(), to - from);
        double[] out = Arrays.copyOfRange(x.values, from * size, to * size);
        return result(out, shape, edge(x, (k, y, g) -> k.padRows(g, from, x.rows())));
    }

    /** Rows of zeros around x, whose rows become {@code from} … of {@code total}. */
    Tensor padRows(Tensor x, int from, int total) {
        int[] shape = Shapes.with(x.shape, x.rank(), total);
        double[] out = new double[Shapes.size(shape)];
        System.arraycopy(x.values, 0, out, from * x.rowSize(), x.values.length);
        return result(out, shape, edge(x, (k, y, g) -> k.rows(g, from, from + x.rows())));
    }

    private static void checkRange(String operation, Tensor x, int from, int to, int size) {
        if (x.rank() == 0 || from < 0 || from > to || to > size) {
            throw new IllegalArgumentException(operation + ": " + from + " to " + to + " is not within " + x);
        }
    }

    /** x stretched to a shape that it broadcasts to. */
    Tensor expand(Tensor x, int[] shape) {
        if (Arrays.equals(x.shape, shape)) {
            return x;
        }
        double[] out = Broadcasting.combine(x, ones(new int[0]), shape, Arithmetic.MULTIPLY);
        return result(out, shape, edge(x, (k, y, g) -> k.sumTo(g, x.shape)));
    }

    /** x summed over the axes that {@code shape} stretches, the reverse of {@link #expand}. */
    Tensor sumTo(Tensor x, int[] shape) {
        if (Arrays.equals(x.shape, shape)) {
            return x;
        }
        return result(Broadcasting.sumTo(x, shape), shape, edge(x, (k, y, g) -> k.expand(g, x.shape)));
    }

    @Override
    public Tensor stopGradient(Tensor x) {
        return Tensor.constant(x.values, x.shape);
    }
}
