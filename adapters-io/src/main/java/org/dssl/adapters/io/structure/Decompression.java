package org.dssl.adapters.io.structure;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

/** Content that may be packed with gzip, which its first two bytes tell; what expands beyond reason is refused. */
public final class Decompression {
    private static final int BUFFER = 1 << 16;

    private Decompression() {}

    /** The content of a stream that may be gzip; closes the stream if that fails. */
    public static InputStream of(InputStream raw) throws IOException {
        try {
            Counted packed = new Counted(raw);
            InputStream buffered = new BufferedInputStream(packed, BUFFER);
            buffered.mark(2);
            boolean gzip = isGzip(buffered.readNBytes(2));
            buffered.reset();
            return gzip ? bounded(new GZIPInputStream(buffered, BUFFER), packed::count) : buffered;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    static boolean isGzip(byte[] start) {
        return start.length > 1 && start[0] == (byte) 0x1f && start[1] == (byte) 0x8b;
    }

    /**
     * Content that is refused as soon as it is too large for its packed form.
     *
     * @param packed how many bytes of that were read
     */
    public static InputStream bounded(InputStream content, LongSupplier packed) {
        return new Counted(content) {
            @Override
            void counted(long count) throws IOException {
                if (count > Limits.FREELY_EXPANDED && count / Limits.EXPANSION > packed.getAsLong()) {
                    throw new UnreadableException("the content expands to more than " + Limits.EXPANSION
                            + " times its packed size, as no structures do; such a file is refused");
                }
            }
        };
    }

    /** A stream that knows how many bytes were read of it. */
    private static class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        final long count() {
            return count;
        }

        /** Called after each read. */
        void counted(long soFar) throws IOException {}

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            counted(count);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(read, 0);
            counted(count);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
