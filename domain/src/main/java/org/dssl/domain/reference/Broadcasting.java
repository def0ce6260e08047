package org.dssl.domain.reference;

/** The loops over broadcast operands. Each kernel has its own inner loop, so that the JIT compiles each one tightly. */
final class Broadcasting {
    private Broadcasting() {}

    /** One operand's walk: where the current row of the result begins in it, and its step along the row, 0 or 1. */
    static final class Walk {
        final double[] values;
        final int step;
        private final int[] strides;
        int at;

        private Walk(double[] values, int... strides) {
            this.values = values;
            this.strides = strides;
            this.step = strides[2];
        }

        private void moveTo(int plane, int row) {
            at = plane * strides[0] + row * strides[1];
        }
    }

    /** Fills {@code out[from … from + count)} from the operands' current rows. */
    interface Kernel {
        void row(Walk a, Walk b, double[] out, int from, int count);
    }

    /** The operands combined; {@code shape} is their broadcast shape. */
    static double[] combine(Tensor a, Tensor b, int[] shape, Kernel kernel) {
        int size = Shapes.size(shape);
        double[] out = new double[size];
        if (isFlat(a, size) && isFlat(b, size)) {
            kernel.row(flat(a, size), flat(b, size), out, 0, size);
            return out;
        }
        Walk x = new Walk(a.values, Shapes.strides(a.shape));
        Walk y = new Walk(b.values, Shapes.strides(b.shape));
        int[] sizes = Shapes.three(shape);
        int from = 0;
        for (int plane = 0; plane < sizes[0]; plane++) {
            for (int row = 0; row < sizes[1]; row++, from += sizes[2]) {
                x.moveTo(plane, row);
                y.moveTo(plane, row);
                kernel.row(x, y, out, from, sizes[2]);
            }
        }
        return out;
    }

    /** All of the result or a single value: then the result is one long row. */
    private static boolean isFlat(Tensor operand, int size) {
        return operand.values.length == size || operand.values.length == 1;
    }

    private static Walk flat(Tensor operand, int size) {
        return new Walk(operand.values, 0, 0, operand.values.length == size ? 1 : 0);
    }

    /** The sum of x over all axes along which {@code shape} has size 1 or lacks the axis. */
    static double[] sumTo(Tensor x, int[] shape) {
        double[] out = new double[Shapes.size(shape)];
        int[] strides = Shapes.strides(shape);
        int[] sizes = Shapes.three(x.shape);
        int from = 0;
        for (int plane = 0; plane < sizes[0]; plane++) {
            for (int row = 0; row < sizes[1]; row++, from += sizes[2]) {
                int at = plane * strides[0] + row * strides[1];
                if (strides[2] == 0) {
                    out[at] += sum(x.values, from, sizes[2]);
                } else {
                    addRow(x.values, from, out, at, sizes[2]);
                }
            }
        }
        return out;
    }

    private static double sum(double[] values, int from, int count) {
        double sum = 0;
        for (int c = from; c < from + count; c++) {
            sum += values[c];
        }
        return sum;
    }

    static void addRow(double[] values, int from, double[] out, int at, int count) {
        for (int c = 0; c < count; c++) {
            out[at + c] += values[from + c];
        }
    }
}
