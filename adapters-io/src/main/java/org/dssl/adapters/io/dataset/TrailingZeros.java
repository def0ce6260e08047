package org.dssl.adapters.io.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that knows with how many zeros ends what was read of it. */
final class TrailingZeros extends FilterInputStream {
    private long count;

    TrailingZeros(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count = value == 0 ? count + 1 : 0;
        }
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        int zeros = 0;
        while (zeros < read && into[offset + read - 1 - zeros] == 0) {
            zeros++;
        }
        if (read > 0) {
            count = zeros == read ? count + read : zeros;
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
