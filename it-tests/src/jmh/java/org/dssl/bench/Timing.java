package org.dssl.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** Times rounds of work over the same crystals, and prints a row of a table for each. */
final class Timing {
    interface Work {
        /** @return anything that depends on all the work, so that none of it is left out */
        long run() throws IOException;
    }

    private final int crystals;
    private final double warmUpSeconds;
    private final int rounds;

    Timing(int crystals, double warmUpSeconds, int rounds) {
        this.crystals = crystals;
        this.warmUpSeconds = warmUpSeconds;
        this.rounds = rounds;
    }

    void row(String name, Work work) throws IOException {
        long expected = work.run();
        long started = System.nanoTime();
        while (System.nanoTime() - started < warmUpSeconds * 1e9) {
            require(expected, work.run());
        }
        double[] wall = new double[rounds];
        double[] cpu = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long wallBefore = System.nanoTime();
            long cpuBefore = cpuTime();
            require(expected, work.run());
            cpu[round] = (cpuTime() - cpuBefore) / 1e9;
            wall[round] = (System.nanoTime() - wallBefore) / 1e9;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %,.0f |%n",
                name,
                crystals / cpu[rounds / 2],
                crystals / wall[rounds / 2],
                crystals / wall[0]);
    }

    /** Of this thread, in user and kernel mode, ns. */
    static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void require(long expected, long found) {
        if (found != expected) {
            throw new IllegalStateException("a round gave " + found + ", the first one " + expected);
        }
    }
}
