package org.dssl.domain.graph;

import java.util.Arrays;

/** An open-addressing table from (atom, length) to the number of the pair; primitive, since it sees every edge. */
final class PairTable {
    private final long[] keys;
    private final int[] values;
    private final int mask;

    /** @param capacity most entries ever stored */
    PairTable(int capacity) {
        int size = Integer.highestOneBit(Math.max(4, 2 * capacity)) << 1;
        keys = new long[size];
        values = new int[size];
        mask = size - 1;
        Arrays.fill(keys, -1);
    }

    /** The number stored for the pair, or {@code next}, which is stored for it then. */
    int find(int first, int second, int next) {
        long key = ((long) first << 32) | second;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (keys[slot] != -1) {
            if (keys[slot] == key) {
                return values[slot];
            }
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        values[slot] = next;
        return next;
    }
}
