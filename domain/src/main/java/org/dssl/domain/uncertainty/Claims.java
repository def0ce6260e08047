package org.dssl.domain.uncertainty;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Errors of predictions beside the standard deviations that are claimed for them.
 *
 * @param errors prediction − truth
 * @param deviations of the same unit, not negative
 */
public record Claims(double[] errors, double[] deviations) {

    /** @param truth NaN where unknown; such predictions are left out */
    public static Claims of(double[] truth, double[] predicted, double[] deviations) {
        int[] known = IntStream.range(0, truth.length)
                .filter(i -> !Double.isNaN(truth[i]))
                .toArray();
        return new Claims(
                Arrays.stream(known).mapToDouble(i -> predicted[i] - truth[i]).toArray(),
                Arrays.stream(known).mapToDouble(i -> deviations[i]).toArray());
    }

    public Claims scaled(double factor) {
        return new Claims(errors, Arrays.stream(deviations).map(s -> factor * s).toArray());
    }

    public int size() {
        return errors.length;
    }

    /** |error| in units of the deviation, ascending; an error without any deviation is infinitely many. */
    double[] distances() {
        return IntStream.range(0, size())
                .mapToDouble(i -> errors[i] == 0 ? 0 : Math.abs(errors[i]) / deviations[i])
                .sorted()
                .toArray();
    }
}
