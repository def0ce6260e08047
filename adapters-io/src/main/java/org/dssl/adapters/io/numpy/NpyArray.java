package org.dssl.adapters.io.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dssl.ports.out.ArrayFiles;

/**
 * NumPy's npy format, version 1.0: magic, version, length of the header, the header, padded to a multiple of 64 bytes, and
 * the values, little-endian and row by row. Source: the documentation of {@code numpy.lib.format}.
 */
final class NpyArray {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    /** NumPy leaves room for the first dimension to grow to so many digits. */
    private static final int GROWTH = 21;

    private final OutputStream out;

    NpyArray(OutputStream out) {
        this.out = out;
    }

    void write(ArrayFiles.Array array) throws IOException {
        if (array instanceof ArrayFiles.Matrix) {
            matrix(((ArrayFiles.Matrix) array).rows());
        } else if (array instanceof ArrayFiles.Integers) {
            integers(((ArrayFiles.Integers) array).values());
        } else {
            texts(((ArrayFiles.Texts) array).values());
        }
    }

    private void matrix(List<double[]> rows) throws IOException {
        header("<f8", rows.size(), ", " + rows.get(0).length);
        for (double[] row : rows) {
            ByteBuffer bytes = buffer(8 * row.length);
            for (double value : row) {
                bytes.putDouble(value);
            }
            out.write(bytes.array());
        }
    }

    private void integers(int[] values) throws IOException {
        header("<i8", values.length, ",");
        ByteBuffer bytes = buffer(8 * values.length);
        for (int value : values) {
            bytes.putLong(value);
        }
        out.write(bytes.array());
    }

    /** Four bytes a code point, filled up with zeros. */
    private void texts(List<String> values) throws IOException {
        int longest = 1;
        for (String value : values) {
            longest = Math.max(longest, value.codePointCount(0, value.length()));
        }
        header("<U" + longest, values.size(), ",");
        for (String value : values) {
            ByteBuffer bytes = buffer(4 * longest);
            value.codePoints().forEach(bytes::putInt);
            out.write(bytes.array());
        }
    }

    /** @param rest of the shape after the first dimension; a comma if there is none */
    private void header(String type, int first, String rest) throws IOException {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "{'descr': '%s', 'fortran_order': False, 'shape': (%d%s), }", type, first, rest));
        text.append(" ".repeat(GROWTH - Integer.toString(first).length()));
        int before = MAGIC.length + 2;
        int whole = (before + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        text.append(" ".repeat(whole - before - text.length() - 1)).append('\n');
        out.write(MAGIC);
        out.write(text.length() & 0xff);
        out.write(text.length() >> 8);
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
