package org.dssl.adapters.io.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The records of an event file, written out by hand: two messages of TensorFlow's {@code event.proto} and {@code
 * summary.proto}, each framed as in {@code record_writer.h} (length, its check sum, message, its check sum; little-endian).
 * Times are left out, as the journal has none: equal journals are equal bytes.
 */
public final class EventRecords {
    private static final int MASK = 0xa282ead8;

    // Field numbers and wire types of protocol buffers: number << 3 | type.
    private static final int EVENT_STEP = 2 << 3;
    private static final int EVENT_FILE_VERSION = 3 << 3 | 2;
    private static final int EVENT_SUMMARY = 5 << 3 | 2;
    private static final int SUMMARY_VALUE = 1 << 3 | 2;
    private static final int VALUE_TAG = 1 << 3 | 2;
    private static final int VALUE_SIMPLE = 2 << 3 | 5;

    private EventRecords() {}

    /** The first record of every file. */
    public static byte[] version() {
        Message event = new Message();
        event.bytes(EVENT_FILE_VERSION, "brain.Event:2".getBytes(StandardCharsets.US_ASCII));
        return framed(event.toByteArray());
    }

    /** A point of a curve; single precision is all that TensorBoard keeps. */
    public static byte[] scalar(long step, String tag, double value) {
        Message point = new Message();
        point.bytes(VALUE_TAG, tag.getBytes(StandardCharsets.UTF_8));
        point.single(VALUE_SIMPLE, (float) value);
        Message summary = new Message();
        summary.bytes(SUMMARY_VALUE, point.toByteArray());
        Message event = new Message();
        event.number(EVENT_STEP, step);
        event.bytes(EVENT_SUMMARY, summary.toByteArray());
        return framed(event.toByteArray());
    }

    private static byte[] framed(byte[] message) {
        byte[] length = littleEndian(8).putLong(message.length).array();
        return littleEndian(16 + message.length)
                .put(length)
                .putInt(maskedSum(length))
                .put(message)
                .putInt(maskedSum(message))
                .array();
    }

    /** Rotated and shifted, since sums over data that hold their own sums are weak. */
    static int maskedSum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return Integer.rotateRight((int) sum.getValue(), 15) + MASK;
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A message of protocol buffers, field by field. */
    private static final class Message extends ByteArrayOutputStream {
        /** Zero is what a missing field means. */
        void number(int field, long value) {
            if (value != 0) {
                write(field);
                variable(value);
            }
        }

        void bytes(int field, byte[] value) {
            write(field);
            variable(value.length);
            writeBytes(value);
        }

        void single(int field, float value) {
            write(field);
            writeBytes(littleEndian(4).putFloat(value).array());
        }

        /** Seven bits at a time, the lowest first. */
        private void variable(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            write((int) rest);
        }
    }
}
