package org.dssl.adapters.io.structure;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a text in UTF-8, one by one, in memory that a long line cannot exhaust. LF, CR LF and CR end a line. */
public final class Lines implements Closeable {
    private final InputStream content;
    private final byte[] buffer = new byte[1 << 15];
    private int at;
    private int filled;
    private byte[] line = new byte[256];
    private int length;
    private boolean afterReturn;
    private int number;

    public Lines(InputStream content) {
        this.content = content;
    }

    /** Of the line that {@link #next} gave or complained of, from 1. */
    public int number() {
        return number;
    }

    /**
     * The next line without its end; null after the last one.
     *
     * @throws BadStructureException if the line is too long or not UTF-8; the one after it can be read
     */
    public String next() throws IOException, BadStructureException {
        length = 0;
        if (!fill()) {
            return null;
        }
        number++;
        boolean whole = true;
        do {
            int end = at;
            while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            whole &= append(end);
            if (end < filled) {
                afterReturn = buffer[end] == '\r';
                at = end + 1;
                break;
            }
            at = end;
        } while (fill());
        if (!whole) {
            throw new BadStructureException(
                    number, "the line is longer than " + (Limits.LINE_BYTES >> 20) + " MiB; such a line is not read");
        }
        return text();
    }

    /** Whether there is a byte to read; an LF after a CR belongs to the line before. */
    private boolean fill() throws IOException {
        while (true) {
            if (at == filled) {
                at = 0;
                filled = Math.max(0, content.read(buffer));
                if (filled == 0) {
                    return false;
                }
            }
            if (!afterReturn || buffer[at] != '\n') {
                afterReturn = false;
                return true;
            }
            afterReturn = false;
            at++;
        }
    }

    private boolean append(int end) {
        int more = end - at;
        if (length + more > Limits.LINE_BYTES) {
            return false;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(Limits.LINE_BYTES, 2 * (length + more)));
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
        return true;
    }

    private String text() throws BadStructureException {
        boolean mark =
                number == 1 && length > 2 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
        int start = mark ? 3 : 0;
        for (int i = start; i < length; i++) {
            if (line[i] < 0) {
                return strict(start);
            }
        }
        return new String(line, start, length - start, StandardCharsets.ISO_8859_1);
    }

    private String strict(int start) throws BadStructureException {
        ByteBuffer bytes = ByteBuffer.wrap(line, start, length - start);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new BadStructureException(
                    number,
                    String.format(
                            "the line is not UTF-8 text: byte %02X at column %d. Save the file as UTF-8",
                            line[bytes.position()], bytes.position() - start + 1));
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
