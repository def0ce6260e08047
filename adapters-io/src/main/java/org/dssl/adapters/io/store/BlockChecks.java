package org.dssl.adapters.io.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;

/** Compares every byte behind the header with its checksum. Reads, not maps: what is only checked is not to stay resident. */
final class BlockChecks {
    private BlockChecks() {}

    static void require(FileChannel channel, StoreHeader header) throws IOException, UnusableStoreException {
        long blocks = (header.checks() - StoreHeader.BYTES + StoreHeader.BLOCK - 1) / StoreHeader.BLOCK;
        if (channel.size() != header.length() || header.length() != header.checks() + Integer.BYTES * blocks) {
            throw new UnusableStoreException(
                    "is damaged: it has " + channel.size() + " bytes instead of " + header.length());
        }
        ByteBuffer sums = read(channel, header.checks(), (int) (header.length() - header.checks()));
        if (sum(sums.duplicate()) != header.checksOfChecks()) {
            throw new UnusableStoreException("is damaged in its checksums");
        }
        ThreadLocal<ByteBuffer> buffers = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(StoreHeader.BLOCK));
        OptionalLong damaged;
        try {
            damaged = LongStream.range(0, blocks)
                    .parallel()
                    .filter(block -> sum(channel, header, block, buffers.get())
                            != sums.getInt(Math.toIntExact(Integer.BYTES * block)))
                    .findFirst();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (damaged.isPresent()) {
            long first = StoreHeader.BYTES + damaged.getAsLong() * StoreHeader.BLOCK;
            throw new UnusableStoreException("is damaged: the block from byte " + first + " on has another checksum");
        }
    }

    private static int sum(FileChannel channel, StoreHeader header, long block, ByteBuffer buffer) {
        long first = StoreHeader.BYTES + block * StoreHeader.BLOCK;
        buffer.clear().limit((int) Math.min(StoreHeader.BLOCK, header.checks() - first));
        try {
            fill(channel, first, buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum(buffer.flip());
    }

    private static int sum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    static ByteBuffer read(FileChannel channel, long from, int many) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(many).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel, from, bytes);
        return bytes.flip();
    }

    /** As far as the file goes. */
    private static void fill(FileChannel channel, long from, ByteBuffer into) throws IOException {
        long at = from;
        int read;
        while (into.hasRemaining() && (read = channel.read(into, at)) >= 0) {
            at += read;
        }
    }
}
