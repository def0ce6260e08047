package org.dssl.adapters.io.dataset;

import java.util.List;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;

/** What follows {@code builtin:prototypes}: nothing, or {@code ?count=5000&seed=7}, either part alone, too. */
record PrototypeQuery(int count, long seed) {
    private static final PrototypeQuery DEFAULT = new PrototypeQuery(1000, 0);
    private static final int MOST = 1_000_000;
    private static final List<String> OPTIONS = List.of("count", "seed");

    /** @throws InvalidInputException if an option is unknown or its value is out of range */
    static PrototypeQuery parse(String query, String place) {
        PrototypeQuery result = DEFAULT;
        if (query.isEmpty()) {
            return result;
        }
        for (String option : query.substring(1).split("&", -1)) {
            String[] sides = option.split("=", 2);
            if (sides.length < 2 || !OPTIONS.contains(sides[0])) {
                throw new InvalidInputException(
                        place,
                        "builtin:prototypes has no option \"" + option + "\". "
                                + Suggestions.didYouMean(sides[0], OPTIONS)
                                + "Known are count=NUMBER and seed=NUMBER, as in builtin:prototypes?count=5000&seed=7");
            }
            result = sides[0].equals("count")
                    ? new PrototypeQuery((int) number(sides, 1, MOST, place), result.seed)
                    : new PrototypeQuery(result.count, number(sides, Long.MIN_VALUE, Long.MAX_VALUE, place));
        }
        return result;
    }

    private static long number(String[] sides, long least, long most, String place) {
        try {
            long number = Long.parseLong(sides[1]);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        String range = most == Long.MAX_VALUE ? "a whole number" : "a whole number from " + least + " to " + most;
        throw new InvalidInputException(
                place, "builtin:prototypes: " + sides[0] + " must be " + range + ", found \"" + sides[1] + "\"");
    }
}
