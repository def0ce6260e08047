package org.dssl.domain.diffraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.junit.jupiter.api.Test;

class BinnedPatternTest {
    private static final List<Peak> TWO_LINES = List.of(new Peak(12.2, 100, 6), new Peak(31.9, 25, 12));

    @Test
    void withoutBroadeningALineIsInTheBinOfItsAngle() {
        double[] shares = new BinnedPattern(10, 40, 3, 0).shares(TWO_LINES);
        assertArrayEquals(new double[] {0.8, 0, 0.2}, shares, 1e-12);
    }

    @Test
    void linesOfOneBinAddUpAndTheRangeIncludesItsEnds() {
        List<Peak> peaks = List.of(new Peak(10, 50, 2), new Peak(19, 50, 2), new Peak(40, 100, 2), new Peak(41, 70, 2));
        assertArrayEquals(new double[] {0.5, 0, 0.5}, new BinnedPattern(10, 40, 3, 0).shares(peaks), 1e-12);
    }

    @Test
    void aBroadenedLineHasHalfItsHeightAtHalfItsWidth() {
        double[] shares = new BinnedPattern(0, 20, 2001, 3).shares(List.of(new Peak(10, 100, 2)));
        double height = shares[1000];
        assertEquals(height / 2, shares[1150], 1e-3 * height);
        assertEquals(height / 2, shares[850], 1e-3 * height);
    }

    @Test
    void aNarrowLineAmidWideBinsIsTheSameBroadenedOrNot() {
        double[] sharp = new BinnedPattern(10, 40, 3, 0).shares(TWO_LINES);
        assertArrayEquals(sharp, new BinnedPattern(10, 40, 3, 0.1).shares(TWO_LINES), 1e-6);
    }

    @Test
    void aLineOnAnEdgeIsSharedByBothBinsWhenBroadened() {
        double[] shares = new BinnedPattern(10, 40, 3, 1).shares(List.of(new Peak(20, 100, 2)));
        assertArrayEquals(new double[] {0.5, 0.5, 0}, shares, 1e-6);
    }

    @Test
    void sharesOfACrystalSumToOneAndDependNotOnItsCell() {
        BinnedPattern binned = new BinnedPattern(5, 90, 256, 0.5);
        double[] shares = binned.of(TestCrystals.rutile()).orElseThrow();
        assertEquals(256, shares.length);
        assertEquals(1, DoubleStream.of(shares).sum(), 1e-12);
        double[] larger = binned.of(TestCrystals.supercell(TestCrystals.rutile(), 1, 2, 2))
                .orElseThrow();
        assertArrayEquals(shares, larger, 1e-7);
    }

    @Test
    void aLineThatLeavesTheRangeFadesOut() {
        BinnedPattern binned = new BinnedPattern(5, 40, 64, 1);
        // rocksalt's third line crosses 40° as the lattice shrinks; the jump of a sharp one would be a third of
        // everything
        double[] before = binned.of(rocksalt(39.999)).orElseThrow();
        double[] after = binned.of(rocksalt(40.001)).orElseThrow();
        assertArrayEquals(before, after, 2e-3);
    }

    private static Crystal rocksalt(double thirdLine) {
        double a = Math.sqrt(8) * 1.54184 / (2 * Math.sin(Math.toRadians(thirdLine / 2)));
        return TestCrystals.of(TestCrystals.faceCentred(a), "Na Cl", 0, 0, 0, 0.5, 0.5, 0.5);
    }

    @Test
    void withoutFormFactorOrLineTheLabelIsUnknown() {
        Crystal einsteinium = new Crystal("Es", TestCrystals.cubic(4), new int[] {99}, new double[3], Map.of());
        assertTrue(new BinnedPattern(5, 90, 16, 0).of(einsteinium).isEmpty());
        assertTrue(new BinnedPattern(5, 8, 16, 0).of(TestCrystals.fcc()).isEmpty());
        assertTrue(new BinnedPattern(5, 8, 16, 0.5).of(TestCrystals.fcc()).isEmpty());
    }

    @Test
    void impossibleBinsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BinnedPattern(50, 40, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> new BinnedPattern(5, 40, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new BinnedPattern(5, 40, 3, -1));
    }
}
