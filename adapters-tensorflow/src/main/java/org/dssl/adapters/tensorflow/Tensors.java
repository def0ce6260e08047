package org.dssl.adapters.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/** Copies between Java arrays and native tensors, for {@link Run}, which closes them. */
final class Tensors {
    private static final int CHUNK = 4096;

    private Tensors() {}

    static TFloat32 floats(double[] values, int... shape) {
        return TFloat32.tensorOf(
                shape(shape),
                tensor -> write(values, tensor.asRawTensor().data().asFloats()));
    }

    static TFloat32 scalar(double value) {
        return TFloat32.scalarOf((float) value);
    }

    static TInt32 scalar(int value) {
        return TInt32.scalarOf(value);
    }

    static TInt64 scalar(long value) {
        return TInt64.scalarOf(value);
    }

    /** The graph has a copy of the values. */
    static Operand<TFloat32> constant(Ops tf, double[] values, int... shape) {
        try (TFloat32 tensor = floats(values, shape)) {
            return tf.constantOf(tensor);
        }
    }

    static TInt32 ints(int[] values) {
        return TInt32.tensorOf(
                Shape.of(values.length),
                tensor -> tensor.asRawTensor().data().asInts().write(values));
    }

    static double[] toArray(TFloat32 tensor) {
        FloatDataBuffer data = tensor.asRawTensor().data().asFloats();
        double[] values = new double[(int) tensor.size()];
        float[] chunk = new float[Math.min(CHUNK, values.length)];
        for (int start = 0; start < values.length; start += CHUNK) {
            int length = Math.min(CHUNK, values.length - start);
            data.offset(start).read(chunk, 0, length);
            for (int i = 0; i < length; i++) {
                values[start + i] = chunk[i];
            }
        }
        return values;
    }

    static Shape shape(int... sizes) {
        long[] shape = new long[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            shape[i] = sizes[i];
        }
        return Shape.of(shape);
    }

    private static void write(double[] values, FloatDataBuffer into) {
        float[] chunk = new float[Math.min(CHUNK, values.length)];
        for (int start = 0; start < values.length; start += CHUNK) {
            int length = Math.min(CHUNK, values.length - start);
            for (int i = 0; i < length; i++) {
                chunk[i] = (float) values[start + i];
            }
            into.offset(start).write(chunk, 0, length);
        }
    }
}
