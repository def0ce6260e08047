package org.dssl.adapters.io.structure;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Opens structure files; gzip is recognised by its first two bytes, whatever the name. */
public final class StructureFiles {
    private static final int HEAD = 4096;
    private static final int BUFFER = 1 << 16;
    /** Of an array, in bytes. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private StructureFiles() {}

    /** The decompressed content. */
    public static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return decompressed(raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The content of a stream that may be gzip. */
    public static InputStream decompressed(InputStream raw) throws IOException {
        InputStream buffered = new BufferedInputStream(raw, BUFFER);
        buffered.mark(2);
        boolean gzip = gzip(buffered.readNBytes(2));
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private static boolean gzip(byte[] start) {
        return start.length > 1 && start[0] == (byte) 0x1f && start[1] == (byte) 0x8b;
    }

    /** The whole decompressed content. */
    public static byte[] bytes(Path file) throws IOException {
        byte[] bytes = stored(file);
        if (!gzip(bytes)) {
            return bytes;
        }
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return content.readAllBytes();
        }
    }

    /** As many bytes as the file is said to have: asking for its end is one more system call, and small files are many. */
    private static byte[] stored(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            if (size > LARGEST) {
                throw new IOException(file + " has " + size + " bytes; at most " + LARGEST + " can be read");
            }
            if (size == 0) { // empty, or a pipe
                return Channels.newInputStream(channel).readAllBytes();
            }
            ByteBuffer content = ByteBuffer.allocate((int) size);
            int read = 0;
            while (content.hasRemaining() && read >= 0) {
                read = channel.read(content);
            }
            return content.hasRemaining() ? Arrays.copyOf(content.array(), content.position()) : content.array();
        }
    }

    /** The first bytes of the decompressed content, up to 4 KiB. */
    public static byte[] head(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file)) {
            byte[] start = raw.readNBytes(HEAD);
            if (!gzip(start)) {
                return start;
            }
        }
        try (InputStream content = open(file)) {
            return content.readNBytes(HEAD);
        }
    }

    /** {@code ab12.cif.gz} → {@code ab12.cif}, in lower case. */
    public static String plainName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    }

    /** The name of a file without folder, {@code .gz} and extension: what a structure is called that has no other id. */
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        name = name.substring(0, plainName(name).length());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
