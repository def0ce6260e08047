package org.dssl.adapters.io.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteSink} wrote. Not for two threads. */
final class ByteSource {
    private final ByteBuffer bytes;

    /** @param position of the first byte in a buffer that is shared */
    ByteSource(ByteBuffer shared, int position) {
        bytes = shared.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(position);
    }

    int octet() {
        return bytes.get() & 0xff;
    }

    int count() {
        int value = 0;
        int shift = 0;
        int octet;
        do {
            octet = bytes.get();
            value |= (octet & 0x7f) << shift;
            shift += 7;
        } while (octet < 0);
        return value;
    }

    int signed() {
        int folded = count();
        return folded >>> 1 ^ -(folded & 1);
    }

    int[] counts(int many) {
        int[] values = new int[many];
        for (int i = 0; i < many; i++) {
            values[i] = count();
        }
        return values;
    }

    double number() {
        return Double.longBitsToDouble(bytes.getLong());
    }

    double[] numbers(int many) {
        double[] values = new double[many];
        for (int i = 0; i < many; i++) {
            values[i] = number();
        }
        return values;
    }

    String text() {
        byte[] text = new byte[count()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    void skip(int many) {
        bytes.position(bytes.position() + many);
    }
}
