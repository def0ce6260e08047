package org.dssl.domain.train;

import org.dssl.domain.random.RandomStream;

/**
 * The errors of two ways of training on the same test parts.
 *
 * @param percent change of the mean error, negative is better
 * @param low of a 95 % percentile bootstrap interval over the parts; NaN for one part
 * @param better in how many parts the first has the lower error
 * @param wilcoxon probability by {@link SignedRanks}; NaN for fewer than six parts
 */
public record PairedComparison(double percent, double low, double high, int better, int parts, double wilcoxon) {
    private static final double RARE = 0.05;

    /**
     * @param ours by part
     * @param theirs by part, as many
     */
    public static PairedComparison of(double[] ours, double[] theirs, RandomStream random) {
        Statistics.Change change = Statistics.change(ours, theirs, random);
        double[] differences = new double[ours.length];
        int better = 0;
        for (int k = 0; k < ours.length; k++) {
            differences[k] = ours[k] - theirs[k];
            better += ours[k] < theirs[k] ? 1 : 0;
        }
        return new PairedComparison(
                change.percent(),
                change.low(),
                change.high(),
                better,
                ours.length,
                SignedRanks.probability(differences));
    }

    /** What the numbers allow to say. */
    public String verdict() {
        if (Double.isNaN(low)) {
            return "one test part: no statement";
        }
        boolean holdsZero = low <= 0 && high >= 0;
        if (holdsZero || wilcoxon > RARE) {
            return "no evidence of a difference";
        }
        String word = percent < 0 ? "lower" : "higher";
        boolean all = percent < 0 ? better == parts : better == 0;
        return all ? word + " in every part" : word + ", not in every part";
    }
}
