package org.dssl.domain.crystal;

import java.util.Arrays;

/**
 * Items sorted by the bin they are in. Space that is full has a table of its bins; wide vacuum has far more bins than
 * items, and keeps the occupied ones alone.
 */
final class BinTable {
    /** Keys of the bins with items, rising; null if there is a table of all bins. */
    private final long[] occupied;
    /** First place of each bin, or of each occupied bin, and the number of items. */
    private final int[] first;
    /** Place of each item among the sorted. */
    private final int[] place;

    /**
     * @param keys bin of each item; items of one bin keep their order
     * @param bins how many there are
     */
    BinTable(long[] keys, long bins) {
        occupied = bins <= 4L * keys.length + 8 ? null : distinct(keys);
        first = new int[1 + (occupied == null ? (int) bins : occupied.length)];
        place = new int[keys.length];
        for (int item = 0; item < keys.length; item++) {
            place[item] = rank(keys[item]);
            first[place[item] + 1]++;
        }
        for (int i = 1; i < first.length; i++) {
            first[i] += first[i - 1];
        }
        int[] next = first.clone();
        for (int item = 0; item < keys.length; item++) {
            place[item] = next[place[item]]++;
        }
    }

    private static long[] distinct(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[count - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** Where the bin stands in {@link #first}; for an empty one of which there is no table, where the next stands. */
    private int rank(long key) {
        if (occupied == null) {
            return (int) key;
        }
        int at = Arrays.binarySearch(occupied, key);
        return at >= 0 ? at : -at - 1;
    }

    /** Moves values, one per item, to the places of their items. */
    void arrange(int[] values) {
        int[] given = values.clone();
        for (int item = 0; item < given.length; item++) {
            values[place[item]] = given[item];
        }
    }

    /** The first place in this bin or beyond. */
    int first(long key) {
        return first[rank(key)];
    }
}
