package org.dssl.adapters.io.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing bytes of a record: small integers in few bytes, doubles in eight, little-endian. */
final class ByteSink {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    void octet(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. @param value not negative */
    void count(int value) {
        int rest = value;
        while (rest > 0x7f) {
            octet(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        octet(rest);
    }

    /** A number of either sign, small ones in few bytes. */
    void signed(int value) {
        long folded = ((long) value << 1 ^ value >> 31) & 0xffffffffL;
        while (folded > 0x7f) {
            octet((int) (folded & 0x7f | 0x80));
            folded >>>= 7;
        }
        octet((int) folded);
    }

    void counts(int[] values) {
        for (int value : values) {
            count(value);
        }
    }

    /** To the last bit, that of NaN too. */
    void number(double value) {
        reserve(Double.BYTES);
        LONG.set(bytes, size, Double.doubleToRawLongBits(value));
        size += Double.BYTES;
    }

    void numbers(double[] values) {
        for (double value : values) {
            number(value);
        }
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With their length. */
    void bytes(byte[] more) {
        count(more.length);
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(1L << 30, 2L * size)));
        }
    }
}
