package org.dssl.adapters.io.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.dssl.ports.out.StructureProblem;

/** Writes a file from its beginning to its end, the header last: until then nobody takes it for one. */
final class StoreWriter implements Closeable {
    private static final byte[] ZEROS = new byte[1 << 13];

    private final FileChannel channel;
    private final StoreKey key;
    private final long segment;
    private final List<IndexEntry> index = new ArrayList<>();
    private final List<Integer> checks = new ArrayList<>();
    private final ByteBuffer block =
            ByteBuffer.allocateDirect(StoreHeader.BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    /** Where the next byte comes to stand. */
    private long position = StoreHeader.BYTES;

    /** @param segment in which a record must fit, at most 2³⁰ bytes */
    StoreWriter(Path file, StoreKey key, long segment) throws IOException {
        this.key = key;
        this.segment = segment;
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.position(StoreHeader.BYTES);
    }

    void append(Row row) throws IOException {
        int length = row.record().length;
        if (length > segment) {
            throw new IOException("a single crystal takes " + length + " bytes, more than the " + segment
                    + " that a segment of the file holds");
        }
        if (position / segment != (position + length - 1) / segment) {
            pad(segment - position % segment);
        }
        index.add(new IndexEntry(position, row.shrinkage(), row.lengths()));
        put(row.record(), length);
    }

    /**
     * Ends the file.
     *
     * @param hash of the data
     * @param problems that reading met
     */
    void finish(String hash, List<StructureProblem> problems) throws IOException {
        long indexAt = position;
        for (IndexEntry entry : index) {
            ByteBuffer bytes = ByteBuffer.allocate(IndexEntry.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            entry.write(bytes);
            put(bytes.array(), IndexEntry.BYTES);
        }
        long tailAt = position;
        byte[] tail = Tail.bytes(hash, problems);
        put(tail, tail.length);
        endBlock();
        long checksAt = position;
        ByteBuffer sums = ByteBuffer.allocate(Integer.BYTES * checks.size()).order(ByteOrder.LITTLE_ENDIAN);
        checks.forEach(sums::putInt);
        CRC32C crc = new CRC32C();
        crc.update(sums.array());
        write(sums.rewind());
        long length = channel.position();
        StoreHeader header =
                new StoreHeader(key, index.size(), segment, indexAt, tailAt, checksAt, length, (int) crc.getValue());
        // What the header speaks of shall be on the disk before it.
        channel.force(true);
        channel.position(0);
        write(header.bytes());
        channel.force(true);
    }

    private void pad(long many) throws IOException {
        for (long left = many; left > 0; left -= ZEROS.length) {
            put(ZEROS, (int) Math.min(left, ZEROS.length));
        }
    }

    private void put(byte[] bytes, int length) throws IOException {
        int from = 0;
        while (from < length) {
            int fits = Math.min(length - from, block.remaining());
            block.put(bytes, from, fits);
            from += fits;
            position += fits;
            if (!block.hasRemaining()) {
                endBlock();
            }
        }
    }

    private void endBlock() throws IOException {
        if (block.position() == 0) {
            return;
        }
        block.flip();
        CRC32C crc = new CRC32C();
        crc.update(block);
        checks.add((int) crc.getValue());
        write(block.rewind());
        block.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
