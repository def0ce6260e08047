package org.dssl.app.bench;

import java.util.Arrays;

/** Times work that is repeated; the first calls, in which code is compiled and memory fetched, do not count. */
final class Stopwatch {
    private static final int WARM_UP = 3;
    private static final double SHORTEST_SECONDS = 0.5;

    private Stopwatch() {}

    /** Median milliseconds of {@code calls} calls. */
    static double milliseconds(int calls, Runnable work) {
        repeat(WARM_UP, work);
        return median(repeat(calls, work));
    }

    /** Of work that takes less than the clock can tell reliably: repeated for half a second, after half a second. */
    static double milliseconds(Runnable work) {
        long started = System.nanoTime();
        int calls = 0;
        do {
            work.run();
            calls++;
        } while (System.nanoTime() - started < SHORTEST_SECONDS * 1e9);
        return median(repeat(calls, work));
    }

    private static double[] repeat(int calls, Runnable work) {
        double[] times = new double[calls];
        for (int i = 0; i < calls; i++) {
            long started = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - started) / 1e6;
        }
        return times;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return (times[(times.length - 1) / 2] + times[times.length / 2]) / 2;
    }
}
