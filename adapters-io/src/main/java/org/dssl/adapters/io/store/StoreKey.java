package org.dssl.adapters.io.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a file's content follows from, each as a SHA-256.
 *
 * @param inputs bytes of everything that is read
 * @param options how it is read, and how a crystal becomes a graph
 * @param code that reads and builds, and the JDK that runs it
 */
record StoreKey(byte[] inputs, byte[] options, byte[] code) {
    static final int HASH = 32;

    /** Why a file of this key is not what is wanted; empty if it is. */
    Optional<String> differenceTo(StoreKey wanted) {
        if (!Arrays.equals(options, wanted.options)) {
            return Optional.of("is of other graph options");
        }
        if (!Arrays.equals(inputs, wanted.inputs)) {
            return Optional.of("is of another content of the data");
        }
        return Arrays.equals(code, wanted.code)
                ? Optional.empty()
                : Optional.of("was made by another version of dssl or Java");
    }

    boolean same(StoreKey other) {
        return differenceTo(other).isEmpty();
    }
}
