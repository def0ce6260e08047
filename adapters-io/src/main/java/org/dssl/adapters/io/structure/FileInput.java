package org.dssl.adapters.io.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dssl.ports.out.StructureInput;

/** A file on disk. A small one is read once, and kept: opening is what takes the time of many small files. */
final class FileInput implements StructureInput {
    private static final int SMALL = 1 << 20;

    private final Path file;
    private byte[] small;

    FileInput(Path file) {
        this.file = file;
    }

    @Override
    public String fileName() {
        return file.getFileName().toString();
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public InputStream open() throws IOException {
        if (small == null) {
            SeekableByteChannel channel = Files.newByteChannel(file);
            long size = size(channel);
            if (size == 0 || size > SMALL) { // large, or a pipe
                channel.close();
                return Decompression.of(Files.newInputStream(file));
            }
            try (channel) {
                small = bytes(channel, (int) size);
            }
        }
        InputStream content = new ByteArrayInputStream(small);
        return Decompression.isGzip(small) ? Decompression.of(content) : content;
    }

    private static long size(SeekableByteChannel channel) throws IOException {
        try {
            return channel.size();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** As many bytes as the file is said to have: asking for its end is one more system call. */
    private static byte[] bytes(SeekableByteChannel channel, int size) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(size);
        int read = 0;
        while (content.hasRemaining() && read >= 0) {
            read = channel.read(content);
        }
        return content.hasRemaining() ? Arrays.copyOf(content.array(), content.position()) : content.array();
    }
}
