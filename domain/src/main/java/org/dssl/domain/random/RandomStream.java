package org.dssl.domain.random;

import java.util.SplittableRandom;

/**
 * A named stream of random numbers: {@code RandomStream.of(seed).split("fold-3").split("mask").split(12)}. A child
 * depends on its path alone, so drawing from one stream, resuming, or adding another never shifts a sibling.
 */
public final class RandomStream {
    private final long key;
    private final SplittableRandom random;

    private RandomStream(long key) {
        this.key = key;
        this.random = new SplittableRandom(key);
    }

    public static RandomStream of(long seed) {
        return new RandomStream(mix(seed ^ 0x9E3779B97F4A7C15L));
    }

    public RandomStream split(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return new RandomStream(mix(key + mix(hash)));
    }

    public RandomStream split(long number) {
        return new RandomStream(mix(key ^ mix(number + 0x632BE59BD9B4E019L)));
    }

    /** A number that identifies this stream, for generators outside the JVM. */
    public long seed() {
        return key;
    }

    /** Uniform on [0, 1). */
    public double nextDouble() {
        return random.nextDouble();
    }

    /** Uniform on 0 … bound − 1. */
    public int nextInt(int bound) {
        return random.nextInt(bound);
    }

    /** A permutation of 0 … size − 1. */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
