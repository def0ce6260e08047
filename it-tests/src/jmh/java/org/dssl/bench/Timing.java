package org.dssl.bench;

import com.sun.management.OperatingSystemMXBean;
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
        long cpuBefore = cpuTime();
        for (int round = 0; round < rounds; round++) {
            long before = System.nanoTime();
            require(expected, work.run());
            wall[round] = (System.nanoTime() - before) / 1e9;
        }
        double cpu = (cpuTime() - cpuBefore) / 1e9 / rounds;
        Arrays.sort(wall);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %,.0f |%n",
                name,
                crystals / cpu,
                crystals / wall[rounds / 2],
                crystals / wall[0]);
    }

    /** Of the whole process in user and kernel mode, its collector and compiler too, ns; it advances by 10 ms. */
    static long cpuTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void require(long expected, long found) {
        if (found != expected) {
            throw new IllegalStateException("a round gave " + found + ", the first one " + expected);
        }
    }
}
