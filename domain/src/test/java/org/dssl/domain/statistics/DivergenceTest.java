package org.dssl.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class DivergenceTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void equalDistributionsDoNotDivergeAndDisjointOnesWholly() {
        double[] p = {0.2, 0.3, 0.5, 0, 0};
        assertEquals(0, Divergence.jensenShannon(p, p.clone()), ROUNDING);
        assertEquals(1, Divergence.jensenShannon(p, new double[] {0, 0, 0, 0.9, 0.1}), ROUNDING);
    }

    @Test
    void aKnownValue() {
        // H(3/4, 1/4) − (H(1, 0) + H(1/2, 1/2)) / 2, bits
        double mixture = -0.75 * Math.log(0.75) / Math.log(2) + 0.5;
        assertEquals(mixture - 0.5, Divergence.jensenShannon(new double[] {1, 0}, new double[] {0.5, 0.5}), ROUNDING);
    }

    @Test
    void theDivergenceIsSymmetricAndSmallerThanTheWay() {
        RandomStream random = RandomStream.of(3);
        for (int repeat = 0; repeat < 50; repeat++) {
            double[] p = probabilities(random);
            double[] q = probabilities(random);
            double[] r = probabilities(random);
            assertEquals(Divergence.jensenShannon(p, q), Divergence.jensenShannon(q, p), ROUNDING);
            // The square root is a metric (Endres and Schindelin, 2003).
            double detour = distance(p, r) + distance(r, q) - distance(p, q);
            assertEquals(detour, Math.max(0, detour), ROUNDING);
        }
    }

    private static double distance(double[] p, double[] q) {
        return Math.sqrt(Divergence.jensenShannon(p, q));
    }

    private static double[] probabilities(RandomStream random) {
        double[] p = new double[6];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = random.nextInt(3) == 0 ? 0 : 0.01 + random.nextDouble();
            sum += p[i];
        }
        if (sum == 0) {
            p[0] = sum = 1;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    @Test
    void theDistanceOfSamplesIsTheLargestGapOfTheirCumulativeDistributions() {
        assertEquals(0, Divergence.kolmogorovSmirnov(new double[] {1, 1, 2, 2}, new double[] {1, 2}), ROUNDING);
        assertEquals(1, Divergence.kolmogorovSmirnov(new double[] {1, 2}, new double[] {3, 4, 5}), ROUNDING);
        assertEquals(
                0.5, Divergence.kolmogorovSmirnov(new double[] {1, 2, 3, 4}, new double[] {3, 4}), ROUNDING, "at 2");
    }
}
