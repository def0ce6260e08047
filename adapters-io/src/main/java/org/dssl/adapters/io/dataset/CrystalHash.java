package org.dssl.adapters.io.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dssl.domain.crystal.Crystal;

/**
 * SHA-256 over crystals in the order read: id, lattice, elements, coordinates, labels and vectors, to the last bit. Files
 * that are packed or split otherwise have the same hash if they hold the same.
 */
final class CrystalHash {
    /** No text has this length: what follows is no label. */
    private static final int NO_TEXT = -1;

    private final MessageDigest digest;

    CrystalHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void add(Crystal crystal) {
        text(crystal.id());
        int[] numbers = crystal.atomicNumbers();
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * numbers.length);
        bytes.putInt(numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        digest.update(bytes.flip());
        numbers(crystal.lattice().rows());
        numbers(crystal.fractional());
        new TreeMap<>(crystal.labels()).forEach((key, value) -> {
            text(key);
            text(value);
        });
        for (String name : new TreeSet<>(crystal.vectorNames())) {
            digest.update(ByteBuffer.allocate(4).putInt(NO_TEXT).flip());
            text(name);
            numbers(crystal.vectors(name).orElseThrow());
        }
    }

    private void numbers(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        digest.update(bytes.flip());
    }

    /** With its length, so that "ab", "c" differs from "a", "bc". */
    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /** In hexadecimal; ends the hash. */
    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
