package org.dssl.domain.graph;

import java.util.Arrays;

/**
 * Colour refinement (1-dimensional Weisfeiler–Leman) on the multisets of (distance class, colour of neighbour): the
 * coarsest equitable partition that refines the initial colours (method.md section 7).
 *
 * <p>A multiset is told by the sum of a 64-bit mix of its members, which needs no sorting. Two multisets that differ
 * have equal sums with a chance of 2⁻⁶⁴.
 */
final class ColourRefinement {
    private ColourRefinement() {}

    /** The arrays as {@link EquitablePartition} explains them. */
    static int[] colours(int[] source, int[] target, int[] edgeClass, int[] initial) {
        int atoms = initial.length;
        long[] signature = new long[atoms];
        long[] distinct = new long[atoms];
        int[] colour = new int[atoms];
        for (int atom = 0; atom < atoms; atom++) {
            signature[atom] = initial[atom];
        }
        int colours = rank(signature, distinct, colour);
        int before = 0;
        while (colours > before && colours < atoms) {
            for (int atom = 0; atom < atoms; atom++) {
                signature[atom] = mix(colour[atom]);
            }
            for (int e = 0; e < source.length; e++) {
                signature[source[e]] += mix((edgeClass[e] + 1L) << 32 | colour[target[e]]);
            }
            before = colours;
            colours = rank(signature, distinct, colour);
        }
        return byFirstAtom(colour, colours);
    }

    /** Colours the atoms by the rank of their signature; returns how many colours there are. */
    private static int rank(long[] signature, long[] distinct, int[] colour) {
        System.arraycopy(signature, 0, distinct, 0, signature.length);
        Arrays.sort(distinct);
        int count = 0;
        for (int i = 0; i < distinct.length; i++) {
            if (i == 0 || distinct[i] != distinct[count - 1]) {
                distinct[count++] = distinct[i];
            }
        }
        for (int atom = 0; atom < signature.length; atom++) {
            colour[atom] = Arrays.binarySearch(distinct, 0, count, signature[atom]);
        }
        return count;
    }

    private static int[] byFirstAtom(int[] colour, int colours) {
        int[] name = new int[colours];
        Arrays.fill(name, -1);
        int named = 0;
        for (int atom = 0; atom < colour.length; atom++) {
            if (name[colour[atom]] < 0) {
                name[colour[atom]] = named++;
            }
            colour[atom] = name[colour[atom]];
        }
        return colour;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long z) {
        z += 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
