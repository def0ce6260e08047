package org.dssl.domain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedComparisonTest {
    private static final double[] BASE = {1.0, 1.2, 0.9, 1.1, 1.3, 1.05};

    private static PairedComparison compared(double... ours) {
        return PairedComparison.of(ours, BASE, RandomStream.of(1));
    }

    private static double[] scaled(double factor) {
        return DoubleStream.of(BASE).map(x -> factor * x).toArray();
    }

    @Test
    void aDifferenceInEveryPartIsNamed() {
        PairedComparison less = compared(scaled(0.9));
        assertEquals(-10, less.percent(), 1e-9);
        assertEquals(6, less.better());
        assertEquals(2.0 / 64, less.wilcoxon(), 1e-12);
        assertEquals("lower in every part", less.verdict());
        assertEquals("higher in every part", compared(scaled(1.1)).verdict());
    }

    @Test
    void noiseIsNoEvidence() {
        PairedComparison noise = compared(1.1, 1.1, 1.0, 1.0, 1.4, 0.95);
        assertTrue(noise.low() < 0 && noise.high() > 0);
        assertEquals("no evidence of a difference", noise.verdict());
    }

    @Test
    void anIntervalWithoutZeroIsNotEnoughWhereRanksCanBeTested() {
        // One part makes the mean; the ranks of the others go both ways.
        PairedComparison one = compared(0.95, 1.19, 0.89, 1.12, 1.32, 0.3);
        assertTrue(one.wilcoxon() > 0.05, "p " + one.wilcoxon());
        assertEquals("no evidence of a difference", one.verdict());
    }

    @Test
    void fewPartsHaveNoRanksToTest() {
        PairedComparison two = PairedComparison.of(new double[] {0.8, 0.7}, new double[] {1, 1}, RandomStream.of(1));
        assertTrue(Double.isNaN(two.wilcoxon()));
        assertEquals("lower in every part", two.verdict());
        PairedComparison one = PairedComparison.of(new double[] {0.8}, new double[] {1}, RandomStream.of(1));
        assertEquals("one test part: no statement", one.verdict());
    }

    /** Probabilities of scipy.stats.wilcoxon(d, method="exact"), SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "'1 2 3 4 5 6', 0.03125",
        "'1 2 3 4 5 -6', 0.4375",
        "'-0.3 0.1 0.4 0.5 0.7 0.9 1.3 -0.2', 0.078125",
        "'5 -4 3 -2 1 6 7 8 -9 10', 0.232421875"
    })
    void ranksAgreeWithScipy(String differences, double probability) {
        double[] values = Arrays.stream(differences.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(probability, SignedRanks.probability(values), 1e-12);
    }

    @Test
    void equalMagnitudesShareTheirRankAsCountingAllSignsTells() {
        double[] differences = {1, 1, -1, 2, 2, 3, -3, 4};
        assertEquals(counted(differences), SignedRanks.probability(differences), 1e-12);
    }

    /** Over all choices of signs, by the definition. */
    private static double counted(double[] differences) {
        double observed = oneSidedness(differences, differences);
        int n = differences.length;
        int as = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
            double[] other = new double[n];
            for (int i = 0; i < n; i++) {
                other[i] = Math.abs(differences[i]) * ((signs >> i & 1) == 0 ? 1 : -1);
            }
            as += oneSidedness(other, differences) >= observed - 1e-9 ? 1 : 0;
        }
        return as / Math.pow(2, n);
    }

    private static double oneSidedness(double[] signed, double[] of) {
        double sum = 0;
        for (int i = 0; i < signed.length; i++) {
            double rank = 0.5;
            for (double other : of) {
                double step = Math.signum(Math.abs(of[i]) - Math.abs(other));
                rank += step > 0 ? 1 : step == 0 ? 0.5 : 0;
            }
            sum += Math.signum(signed[i]) * rank;
        }
        return Math.abs(sum);
    }
}
