package org.dssl.adapters.io.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.ports.out.StoredGraphs;
import org.dssl.ports.out.StructureProblem;

/**
 * An open file, mapped read-only. The garbage collector ends the mapping; a file that is replaced meanwhile stays whole for
 * those who have it open.
 */
final class StoreFile implements StoredGraphs {
    private final Path file;
    private final boolean made;
    private final int rows;
    private final long segment;
    private final ByteBuffer[] segments;
    private final ByteBuffer index;
    private final Tail tail;
    private final GraphCodec codec;

    private StoreFile(Path file, boolean made, FileChannel channel, StoreHeader header, GraphOptions options)
            throws IOException {
        this.file = file;
        this.made = made;
        rows = Math.toIntExact(header.rows());
        segment = header.segment();
        segments = new ByteBuffer[(int) ((header.index() + segment - 1) / segment)];
        for (int s = 0; s < segments.length; s++) {
            segments[s] = map(channel, s * segment, Math.min((s + 1) * segment, header.index()));
        }
        index = map(channel, header.index(), header.tail());
        tail = Tail.of(BlockChecks.read(channel, header.tail(), Math.toIntExact(header.checks() - header.tail())));
        codec = new GraphCodec(options);
    }

    /**
     * Opens a file after every byte of it was checked.
     *
     * @param made for {@link #made()}
     * @throws UnusableStoreException if it is damaged, of another format, or of another key
     */
    static StoreFile open(Path file, StoreKey wanted, GraphOptions options, boolean made)
            throws IOException, UnusableStoreException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            StoreHeader header =
                    StoreHeader.of(BlockChecks.read(channel, 0, (int) Math.min(StoreHeader.BYTES, channel.size())));
            String difference = header.key().differenceTo(wanted).orElse(null);
            if (difference != null) {
                throw new UnusableStoreException(difference);
            }
            BlockChecks.require(channel, header);
            return new StoreFile(file, made, channel, header, options);
        }
    }

    private static ByteBuffer map(FileChannel channel, long from, long to) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public int size() {
        return rows;
    }

    @Override
    public Entry entry(int row) {
        return new StoredEntry(this, Objects.checkIndex(row, rows));
    }

    IndexEntry index(int row) {
        return IndexEntry.read(index, row * IndexEntry.BYTES);
    }

    boolean hasGraph(int row) {
        return IndexEntry.atoms(index, row * IndexEntry.BYTES) > 0;
    }

    RecordReader record(int row) {
        long position = IndexEntry.position(index, row * IndexEntry.BYTES);
        return new RecordReader(segments[(int) (position / segment)], (int) (position % segment), codec);
    }

    @Override
    public List<StructureProblem> problems() {
        return tail.problems();
    }

    @Override
    public String hash() {
        return tail.hash();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public boolean made() {
        return made;
    }
}
