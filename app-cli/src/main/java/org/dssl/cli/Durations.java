package org.dssl.cli;

import java.util.Locale;

/** Times as people read them. */
final class Durations {
    private Durations() {}

    /** {@code 4.1 s}, {@code 3 min 10 s}, {@code 2 h 05 min}. */
    static String spent(double seconds) {
        if (seconds < 99.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format("%d min %02d s", whole / 60, whole % 60)
                : String.format("%d h %02d min", whole / 3600, whole / 60 % 60);
    }

    /** {@code 03:10}, {@code 2:05:00}. */
    static String left(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format("%02d:%02d", whole / 60, whole % 60)
                : String.format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
