package org.dssl.domain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final double CLOSE = 1e-12;

    @Test
    void bothSpreadsAreNamed() {
        double[] values = {1, 2, 3, 4};
        assertEquals(2.5, Statistics.mean(values), CLOSE);
        assertEquals(Math.sqrt(5.0 / 3), Statistics.sampleDeviation(values), CLOSE);
        assertEquals(Math.sqrt(5.0 / 4), Statistics.populationDeviation(values), CLOSE);
        assertTrue(Double.isNaN(Statistics.sampleDeviation(new double[] {1})));
    }

    @Test
    void unknownTruthsDoNotCount() {
        assertEquals(1.5, Statistics.meanAbsoluteError(new double[] {1, Double.NaN, 3}, new double[] {2, 9, 5}), CLOSE);
    }

    @Test
    void aConsistentGainHasAnIntervalBelowZeroAndNoiseDoesNot() {
        double[] theirs = {0.70, 0.72, 0.71, 0.75, 0.73};
        double[] better = {0.60, 0.63, 0.61, 0.66, 0.62};
        double[] mixed = {0.75, 0.66, 0.76, 0.70, 0.74};
        Statistics.Change gain = Statistics.change(better, theirs, RandomStream.of(1));
        assertEquals(100 * (3.12 / 3.61 - 1), gain.percent(), 1e-9);
        assertTrue(gain.low() < gain.percent() && gain.percent() < gain.high() && gain.high() < 0);
        Statistics.Change noise = Statistics.change(mixed, theirs, RandomStream.of(1));
        assertTrue(noise.low() < 0 && noise.high() > 0);
        assertTrue(Double.isNaN(Statistics.change(new double[] {1}, new double[] {2}, RandomStream.of(1))
                .low()));
    }

    @Test
    void scalingIsFittedToKnownTargetsAndUndoesItself() {
        TargetScaling scaling = TargetScaling.fit(new double[][] {{1, 5}, {3, Double.NaN}, {5, 5}});
        assertEquals(3, scaling.mean()[0], CLOSE);
        assertEquals(Math.sqrt(8.0 / 3), scaling.spread()[0], CLOSE);
        assertEquals(1, scaling.spread()[1], CLOSE, "a constant target is left unscaled");
        assertEquals(4.2, scaling.restore(scaling.standardise(4.2, 0), 0), CLOSE);
    }
}
