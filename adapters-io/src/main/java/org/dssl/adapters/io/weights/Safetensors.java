package org.dssl.adapters.io.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.adapters.io.weights.SafetensorsHeader.Entry;
import org.dssl.adapters.io.weights.SafetensorsHeader.MalformedException;
import org.dssl.domain.problem.InvalidInputException;

/**
 * Named arrays in the safetensors format (https://github.com/huggingface/safetensors, "Format"): eight bytes with the
 * little-endian length of a JSON header, the header, then the numbers, little-endian and without gaps. Reading trusts
 * nothing in the file.
 *
 * @param tensors in the order of the header
 * @param metadata free texts saved along
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
    /** The limit of the reference implementation. */
    private static final long HEADER_LIMIT = 100_000_000;

    private static final int CHUNK = 1 << 16;

    /** @throws InvalidInputException if the file is damaged, or not of this format */
    public static Safetensors read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return read(channel);
        } catch (MalformedException | ArithmeticException | EOFException e) {
            throw new InvalidInputException(file.toString(), "is not a usable safetensors file: " + e.getMessage());
        }
    }

    private static Safetensors read(FileChannel channel) throws IOException, MalformedException {
        long available = channel.size() - Long.BYTES;
        if (available < 2) {
            throw new MalformedException("it is too short to have a header");
        }
        long headerBytes = fill(channel, buffer(Long.BYTES)).getLong();
        if (headerBytes < 2 || headerBytes > Math.min(available, HEADER_LIMIT)) {
            throw new MalformedException("it says that its header has " + Long.toUnsignedString(headerBytes)
                    + " bytes; from 2 to " + Math.min(available, HEADER_LIMIT) + " are possible");
        }
        ByteBuffer json = fill(channel, buffer((int) headerBytes));
        SafetensorsHeader header =
                SafetensorsHeader.parse(StandardCharsets.UTF_8.decode(json).toString(), available - headerBytes);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Entry entry : header.entries()) {
            channel.position(Long.BYTES + headerBytes + entry.begin());
            tensors.put(entry.name(), new Tensor(entry.shape(), values(channel, entry)));
        }
        return new Safetensors(tensors, header.metadata());
    }

    private static double[] values(FileChannel channel, Entry entry) throws IOException {
        double[] values = new double[entry.size()];
        int done = 0;
        while (done < values.length) {
            int count = Math.min(CHUNK, values.length - done);
            ByteBuffer chunk = fill(channel, buffer(count * entry.type().bytes()));
            for (int i = 0; i < count; i++) {
                values[done++] = entry.type().next(chunk);
            }
        }
        return values;
    }

    /** @param type {@code F32}, which rounds, or {@code F64} */
    public void write(OutputStream out, ElementType type) throws IOException {
        if (type != ElementType.F32 && type != ElementType.F64) {
            throw new IllegalArgumentException(type + " is read, never written");
        }
        byte[] json = SafetensorsHeader.of(tensors, metadata, type).toJson().getBytes(StandardCharsets.UTF_8);
        // Blanks after the header align the numbers to eight bytes, for readers that map the file.
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer start = buffer(Long.BYTES + padded);
        start.putLong(padded).put(json);
        while (start.hasRemaining()) {
            start.put((byte) ' ');
        }
        out.write(start.array());
        for (Tensor tensor : tensors.values()) {
            write(tensor.values(), out, type);
        }
    }

    private static void write(double[] values, OutputStream out, ElementType type) throws IOException {
        for (int done = 0; done < values.length; done += CHUNK) {
            int count = Math.min(CHUNK, values.length - done);
            ByteBuffer chunk = buffer(count * type.bytes());
            for (int i = 0; i < count; i++) {
                if (type == ElementType.F32) {
                    chunk.putFloat((float) values[done + i]);
                } else {
                    chunk.putDouble(values[done + i]);
                }
            }
            out.write(chunk.array());
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer fill(FileChannel from, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (from.read(buffer) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return buffer.flip();
    }
}
