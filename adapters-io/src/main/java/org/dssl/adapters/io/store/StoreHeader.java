package org.dssl.adapters.io.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first bytes of a file, little-endian, with a checksum over all of them. Behind them:
 *
 * <pre>
 *   records    one per crystal ({@link Row}); none crosses a multiple of the segment size, so that each lies in one mapping
 *   index      {@link IndexEntry}, one per record
 *   tail       hash of the data, and what could not be read
 *   checksums  CRC-32C of each block between header and here; that of the checksums themselves stands in the header
 * </pre>
 *
 * @param rows crystals
 * @param index where the index begins; {@code tail}, {@code checks} and {@code length} likewise
 * @param checksOfChecks checksum of the checksums
 */
record StoreHeader(
        StoreKey key, long rows, long segment, long index, long tail, long checks, long length, int checksOfChecks) {
    static final int BYTES = 512;
    static final int VERSION = 1;
    /** What one checksum is for. */
    static final int BLOCK = 1 << 20;

    private static final byte[] MAGIC = "DSSLGRPH".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKED = BYTES - Integer.BYTES;

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putInt(VERSION);
        bytes.put(key.inputs()).put(key.options()).put(key.code());
        bytes.putLong(rows)
                .putLong(segment)
                .putLong(index)
                .putLong(tail)
                .putLong(checks)
                .putLong(length);
        bytes.putInt(checksOfChecks);
        bytes.putInt(CHECKED, check(bytes));
        return bytes.rewind();
    }

    /** @param bytes the first of the file, {@link #BYTES} unless it is shorter */
    static StoreHeader of(ByteBuffer bytes) throws UnusableStoreException {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[MAGIC.length];
        if (bytes.remaining() >= BYTES) {
            bytes.get(magic);
        }
        if (!Arrays.equals(MAGIC, magic)) {
            throw new UnusableStoreException("is no graph store, or damaged at its beginning");
        }
        int version = bytes.getInt();
        if (version != VERSION) {
            throw new UnusableStoreException("has format " + version + ", where this dssl reads format " + VERSION);
        }
        if (check(bytes) != bytes.getInt(CHECKED)) {
            throw new UnusableStoreException("is damaged in its header");
        }
        StoreKey key = new StoreKey(hash(bytes), hash(bytes), hash(bytes));
        return new StoreHeader(
                key,
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getInt());
    }

    private static byte[] hash(ByteBuffer bytes) {
        byte[] hash = new byte[StoreKey.HASH];
        bytes.get(hash);
        return hash;
    }

    private static int check(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().position(0).limit(CHECKED));
        return (int) crc.getValue();
    }
}
