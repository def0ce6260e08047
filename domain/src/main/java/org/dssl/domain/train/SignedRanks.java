package org.dssl.domain.train;

import java.util.Arrays;

/**
 * Wilcoxon's signed-rank test of paired differences, two-sided and exact. Source: Wilcoxon, Biometrics Bulletin 1:80 (1945);
 * zeros are left out, equal ones share their mean rank.
 */
public final class SignedRanks {
    /** Below, no outcome is rarer than 5 %. */
    public static final int LEAST = 6;

    private SignedRanks() {}

    /**
     * The probability of ranks as one-sided as these, or more, if both signs are equally likely for each.
     *
     * @return NaN for fewer than {@link #LEAST} differences that are not zero
     */
    public static double probability(double[] differences) {
        double[] kept = Arrays.stream(differences).filter(d -> d != 0).toArray();
        if (kept.length < LEAST) {
            return Double.NaN;
        }
        int[] ranks = doubledRanks(kept);
        int all = Arrays.stream(ranks).sum();
        int positive = 0;
        for (int i = 0; i < ranks.length; i++) {
            positive += kept[i] > 0 ? ranks[i] : 0;
        }
        int smaller = Math.min(positive, all - positive);
        double[] ways = ways(ranks, all);
        double tail = Arrays.stream(ways, 0, smaller + 1).sum();
        return Math.min(1, 2 * tail / Math.pow(2, ranks.length));
    }

    /** Twice the ranks of the magnitudes: mean ranks of equal ones are whole numbers then. */
    private static int[] doubledRanks(double[] values) {
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = 0;
            int equal = 0;
            for (double other : values) {
                below += Math.abs(other) < Math.abs(values[i]) ? 1 : 0;
                equal += Math.abs(other) == Math.abs(values[i]) ? 1 : 0;
            }
            ranks[i] = 2 * below + equal + 1;
        }
        return ranks;
    }

    /** In how many of the 2ⁿ choices of signs the positive ranks have each sum. */
    private static double[] ways(int[] ranks, int all) {
        double[] ways = new double[all + 1];
        ways[0] = 1;
        for (int rank : ranks) {
            for (int sum = all; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        return ways;
    }
}
