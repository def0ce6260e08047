package org.dssl.domain.train;

/**
 * The factor of a loss in a sum (eq. 5 of the paper), which may change linearly over the first epochs.
 *
 * @param start at the beginning
 * @param value after {@code epochs}
 * @param epochs 0 for a factor that stays
 */
public record TermWeight(double start, double value, int epochs) {

    public static TermWeight constant(double value) {
        return new TermWeight(value, value, 0);
    }

    public boolean changes() {
        return epochs > 0 && start != value;
    }

    /** @param epoch passed since the beginning, with its fraction */
    public double at(double epoch) {
        return changes() ? start + (value - start) * Math.min(1, epoch / epochs) : value;
    }
}
