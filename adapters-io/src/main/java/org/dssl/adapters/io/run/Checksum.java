package org.dssl.adapters.io.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.dssl.adapters.io.weights.Safetensors;
import org.dssl.adapters.io.weights.Tensor;
import org.dssl.domain.problem.InvalidInputException;

/** SHA-256 over all that a saved model says, kept among its metadata: a flipped bit is noticed, not trained on. */
final class Checksum {
    private static final String KEY = "sha256";
    private static final int CHUNK = 1 << 13;

    private Checksum() {}

    static Safetensors added(Safetensors content) {
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.put(KEY, of(content));
        return new Safetensors(content.tensors(), metadata);
    }

    /** Files of others, and weights that were imported, have none. */
    static void require(Safetensors content, Path file) {
        String saved = content.metadata().get(KEY);
        if (saved != null && !saved.equals(of(content))) {
            throw new InvalidInputException(file.toString(), "is damaged: its checksum does not fit its content");
        }
    }

    /** Of the numbers as doubles: single and double precision of the same numbers agree. */
    private static String of(Safetensors content) {
        MessageDigest digest = sha256();
        new TreeMap<>(content.metadata()).forEach((key, value) -> {
            if (!key.equals(KEY)) {
                update(digest, key);
                update(digest, value);
            }
        });
        new TreeMap<>(content.tensors()).forEach((name, tensor) -> {
            update(digest, name);
            update(digest, tensor);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static void update(MessageDigest digest, Tensor tensor) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * (1 + tensor.shape().length));
        buffer.putInt(tensor.shape().length);
        for (int extent : tensor.shape()) {
            buffer.putInt(extent);
        }
        digest.update(buffer.flip());
        double[] values = tensor.values();
        ByteBuffer numbers = ByteBuffer.allocate(Double.BYTES * CHUNK);
        for (int done = 0; done < values.length; done += CHUNK) {
            numbers.clear();
            numbers.asDoubleBuffer().put(values, done, Math.min(CHUNK, values.length - done));
            numbers.limit(Double.BYTES * Math.min(CHUNK, values.length - done));
            digest.update(numbers);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
