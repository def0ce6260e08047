package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * The colours of one kind of thing (atoms, bonds) while they are refined.
 *
 * <p>A multiset is told by the sum of a 64-bit mix of its members, which needs no sorting. Two multisets that differ
 * have equal sums with a chance of 2⁻⁶⁴.
 */
final class Colours {
    /** Per thing, 0 … {@link #count()} − 1. */
    final int[] of;
    /** What tells two things apart in the next round; filled by the caller, then ranked. */
    final long[] signature;

    private final long[] distinct;
    private int count;

    Colours(int things) {
        of = new int[things];
        signature = new long[things];
        distinct = new long[things];
    }

    int count() {
        return count;
    }

    /** Colours each thing by the rank of its signature; returns whether there are more colours than before. */
    boolean rank() {
        System.arraycopy(signature, 0, distinct, 0, signature.length);
        Arrays.sort(distinct);
        int ranks = 0;
        for (int i = 0; i < distinct.length; i++) {
            if (i == 0 || distinct[i] != distinct[ranks - 1]) {
                distinct[ranks++] = distinct[i];
            }
        }
        for (int i = 0; i < signature.length; i++) {
            of[i] = Arrays.binarySearch(distinct, 0, ranks, signature[i]);
        }
        boolean more = ranks > count;
        count = ranks;
        return more;
    }

    /** Whether no two things are alike: nothing is left to refine. */
    boolean allDiffer() {
        return count == of.length;
    }

    /** The colours numbered in the order of the first things that have them. */
    int[] byFirst() {
        int[] name = new int[count];
        Arrays.fill(name, -1);
        int[] named = new int[of.length];
        int next = 0;
        for (int i = 0; i < of.length; i++) {
            if (name[of[i]] < 0) {
                name[of[i]] = next++;
            }
            named[i] = name[of[i]];
        }
        return named;
    }

    /** A member of a multiset: the mix of two numbers, of which the first tells kinds of members apart. */
    static long member(int first, int second) {
        return mix((first + 1L) << 32 | second);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long z) {
        z += 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
