package org.dssl.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dssl.app.config.RunConfig.SearchConfig;
import org.dssl.app.config.RunConfig.SearchConfig.Range;
import org.dssl.domain.random.RandomStream;

/** Settings drawn from a search space; the same seed draws the same, however many. */
final class Draws {
    private Draws() {}

    /** {@code key.path=value} for each range of the space. */
    static List<String> of(SearchConfig search, RandomStream random, int trial) {
        List<String> settings = new ArrayList<>();
        for (Range range : search.space()) {
            double u = random.split(range.key()).split(trial).nextDouble();
            settings.add(range.key() + "=" + value(range, u));
        }
        return settings;
    }

    /** @param u even over 0 … 1, 1 excluded */
    private static String value(Range range, double u) {
        if (!range.values().isEmpty()) {
            return range.values().get((int) (u * range.values().size()));
        }
        return switch (range.scale()) {
            case "whole" ->
                Long.toString((long) Math.floor(range.low() + u * (Math.floor(range.high()) - range.low() + 1)));
            case "log" -> rounded(range.low() * Math.pow(range.high() / range.low(), u));
            default -> rounded(range.low() + u * (range.high() - range.low()));
        };
    }

    /** Four digits are enough to tell settings apart, and can be read. */
    private static String rounded(double value) {
        return Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.3e", value)));
    }
}
