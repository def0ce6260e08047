package org.dssl.domain.reference;

import org.dssl.domain.algebra.Index;

/** Entry m points to row {@code ids[m]} of {@code range} rows. */
record RowIndex(int[] ids, int range) implements Index {

    /** Stands for any index while a program is traced: one entry, to the first of however many rows there are. */
    static final RowIndex TRACING = new RowIndex(new int[1], 1);

    RowIndex {
        for (int m = 0; m < ids.length; m++) {
            if (ids[m] < 0 || ids[m] >= range) {
                throw new IllegalArgumentException(
                        "entry " + m + " of an index points to row " + ids[m] + ", allowed are 0 to " + (range - 1));
            }
        }
    }

    static RowIndex of(Index index) {
        if (index instanceof RowIndex rows) {
            return rows;
        }
        throw new IllegalArgumentException("an index of another backend: " + index);
    }

    /** Whether it points to rows of a tensor of that many rows. */
    boolean pointsInto(int rows) {
        return range == rows || this == TRACING;
    }

    double[] gather(Tensor x) {
        int size = x.rowSize();
        double[] out = new double[Math.multiplyExact(ids.length, size)];
        for (int m = 0; m < ids.length; m++) {
            System.arraycopy(x.values, ids[m] * size, out, m * size, size);
        }
        return out;
    }

    double[] sum(Tensor x) {
        int size = x.rowSize();
        double[] out = new double[Math.multiplyExact(range, size)];
        for (int m = 0; m < ids.length; m++) {
            Broadcasting.addRow(x.values, m * size, out, ids[m] * size, size);
        }
        return out;
    }

    /** Zero where nothing points to. */
    double[] max(Tensor x) {
        int size = x.rowSize();
        double[] out = new double[Math.multiplyExact(range, size)];
        boolean[] seen = new boolean[range];
        for (int m = 0; m < ids.length; m++) {
            int at = ids[m] * size;
            for (int c = 0; c < size; c++) {
                double value = x.values[m * size + c];
                out[at + c] = seen[ids[m]] ? Math.max(out[at + c], value) : value;
            }
            seen[ids[m]] = true;
        }
        return out;
    }
}
