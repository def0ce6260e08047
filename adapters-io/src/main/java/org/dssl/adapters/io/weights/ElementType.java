package org.dssl.adapters.io.weights;

import java.nio.ByteBuffer;
import java.util.function.ToDoubleFunction;

/** Types of numbers in a safetensors file, those that dssl reads. */
public enum ElementType {
    F32(Float.BYTES, ByteBuffer::getFloat),
    F64(Double.BYTES, ByteBuffer::getDouble),
    I32(Integer.BYTES, ByteBuffer::getInt),
    I64(Long.BYTES, ElementType::exactLong);

    private static final long EXACT = 1L << 53;

    private final int bytes;
    private final ToDoubleFunction<ByteBuffer> next;

    ElementType(int bytes, ToDoubleFunction<ByteBuffer> next) {
        this.bytes = bytes;
        this.next = next;
    }

    int bytes() {
        return bytes;
    }

    /** @throws ArithmeticException for a number that no double equals */
    double next(ByteBuffer from) {
        return next.applyAsDouble(from);
    }

    private static double exactLong(ByteBuffer from) {
        long value = from.getLong();
        if (value > EXACT || value < -EXACT) {
            throw new ArithmeticException(value + " is beyond ±2^53, where doubles are no longer exact");
        }
        return value;
    }
}
