package org.dssl.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApplicabilityDomainTest {
    private static double[][] cloud(int seed, int count) {
        Random random = new Random(seed);
        return Stream.generate(() -> new double[] {random.nextGaussian(), random.nextGaussian(), 3})
                .limit(count)
                .toArray(double[][]::new);
    }

    @Test
    void distancesAreToTheNearest() {
        double[][] training = {{0, 0}, {3, 4}};
        ApplicabilityDomain domain = ApplicabilityDomain.of(training, new double[][] {{0, 1}, {3, 2}, {0, 3}});
        // In units of the spreads, 1.5 and 2.
        assertEquals(1, domain.usual());
        assertEquals(1.5, domain.limit());
        assertEquals(Math.sqrt(8), domain.distance(new double[] {-3, -4}), 1e-12);
        assertTrue(domain.contains(1.5));
        assertFalse(domain.contains(1.501));
    }

    @Test
    void oneInAHundredOfTheSameKindLiesOutside() {
        ApplicabilityDomain domain = ApplicabilityDomain.of(cloud(1, 500), cloud(2, 2000));
        double[][] others = cloud(3, 4000);
        double outside = IntStream.range(0, others.length)
                        .filter(i -> !domain.contains(domain.distance(others[i])))
                        .count()
                / (double) others.length;
        assertEquals(0.01, outside, 0.006);
        assertFalse(domain.contains(domain.distance(new double[] {0, 0, 9})));
    }

    @Test
    void nothingIsKnownOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> ApplicabilityDomain.of(new double[0][], cloud(1, 3)));
        assertThrows(IllegalArgumentException.class, () -> ApplicabilityDomain.of(cloud(1, 3), new double[0][]));
    }
}
