package org.dssl.domain.random;

/**
 * The generator MT19937 and the two things that NumPy's legacy RandomState makes of it: seeding by one number and
 * shuffling. Source: Matsumoto and Nishimura, ACM TOMACS 8:3 (1998); NumPy promises that this stream stays as it is.
 *
 * <p>For divisions that others have published; everything of our own is drawn by {@link RandomStream}.
 */
public final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;

    private final int[] state = new int[SIZE];
    private int at = SIZE;

    /** @param seed taken as an unsigned number */
    public MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    /** The next 32 bits. */
    public int nextBits() {
        if (at == SIZE) {
            twist();
        }
        int y = state[at++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = state[i] & 0x80000000 | state[(i + 1) % SIZE] & 0x7fffffff;
            state[i] = state[(i + MIDDLE) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        at = 0;
    }

    /** The numbers 0 … size − 1 as {@code RandomState(seed).shuffle} leaves them. */
    public int[] shuffled(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int j = upTo(i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** Even over 0 … most: bits under the smallest mask, drawn again where they are too large. */
    private int upTo(int most) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(most);
        int value = nextBits() & mask;
        while (value > most) {
            value = nextBits() & mask;
        }
        return value;
    }
}
