package org.dssl.app.matbench;

/** MT19937 (Matsumoto and Nishimura, 1998), seeded as NumPy's {@code RandomState}: for splits that Python made. */
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** Thirty-two random bits. */
    int bits() {
        if (next == SIZE) {
            refill();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    /** A number from 0 to a bound and with it: the bits that the bound needs, drawn until they are not above it. */
    int upTo(int bound) {
        int mask = bound == 0 ? 0 : -1 >>> Integer.numberOfLeadingZeros(bound);
        int drawn;
        do {
            drawn = bits() & mask;
        } while (drawn > bound);
        return drawn;
    }

    private void refill() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }
}
