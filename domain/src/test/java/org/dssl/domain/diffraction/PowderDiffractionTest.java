package org.dssl.domain.diffraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PowderDiffractionTest {
    private static final PowderDiffraction COPPER = PowderDiffraction.copper(5, 90);

    @TestFactory
    Stream<DynamicTest> peaksAreThoseOfPymatgen() {
        List<KnownPattern> known = KnownPattern.all();
        assertEquals(5, known.size());
        return known.stream()
                .map(pattern -> DynamicTest.dynamicTest(
                        pattern.crystal().id(), () -> assertPeaks(pattern.peaks(), peaks(pattern.crystal()), 2e-6)));
    }

    @Test
    void turningTheCrystalLeavesItsPattern() {
        RandomStream random = RandomStream.of(5);
        for (KnownPattern known : KnownPattern.all()) {
            assertPeaks(peaks(known.crystal()), peaks(TestCrystals.rotated(known.crystal(), random)), 1e-9);
        }
    }

    @Test
    void shiftingTheAtomsTogetherLeavesThePattern() {
        for (KnownPattern known : KnownPattern.all()) {
            Crystal shifted = TestCrystals.translated(known.crystal(), 0.217, -3.61, 0.44);
            assertPeaks(peaks(known.crystal()), peaks(shifted), 1e-9);
        }
    }

    @Test
    void theOrderOfTheAtomsLeavesThePattern() {
        Crystal crystal = triclinic();
        assertPeaks(peaks(crystal), peaks(TestCrystals.permuted(crystal, new int[] {3, 1, 4, 0, 2})), 1e-9);
    }

    @Test
    void anyOtherAxesOfTheSameLatticeGiveThePattern() {
        Crystal crystal = triclinic();
        assertPeaks(peaks(crystal), peaks(TestCrystals.recell(crystal, 0, 1, 0, 0, 0, 1, 1, 0, 0)), 1e-9);
        assertPeaks(peaks(crystal), peaks(TestCrystals.recell(crystal, 1, 0, 0, 7, 1, 0, -5, 3, 1)), 1e-9);
    }

    @Test
    void aLargerCellOfTheSameCrystalGivesTheAnglesAndIntensities() {
        for (KnownPattern known : KnownPattern.all()) {
            List<Peak> expected = peaks(known.crystal());
            List<Peak> found = peaks(TestCrystals.supercell(known.crystal(), 2, 1, 3));
            assertEquals(expected.size(), found.size(), known.crystal().id());
            for (int i = 0; i < found.size(); i++) {
                assertPeak(expected.get(i), found.get(i), 1e-8);
                assertTrue(found.get(i).points() >= expected.get(i).points());
            }
        }
    }

    @Test
    void thePrimitiveCellHasThePointsThatTheCentredOneHas() {
        assertPeaks(peaks(TestCrystals.cubicRocksalt()), peaks(TestCrystals.rocksalt()), 1e-9);
    }

    @Test
    void aLatticeOfOneAtomHasBraggsAngles() {
        List<Peak> peaks = peaks(TestCrystals.simpleCubic());
        assertEquals(6, peaks.get(0).points());
        assertEquals(
                2 * Math.toDegrees(Math.asin(1.54184 / (2 * 3.35))),
                peaks.get(0).twoTheta(),
                1e-10);
        assertEquals(12, peaks.get(1).points());
        assertEquals(
                2 * Math.toDegrees(Math.asin(1.54184 * Math.sqrt(2) / (2 * 3.35))),
                peaks.get(1).twoTheta(),
                1e-10);
    }

    @Test
    void anElementWithoutFormFactorLeavesThePatternUnknown() {
        Crystal einsteinium = new Crystal("Es", TestCrystals.cubic(4), new int[] {99}, new double[3], Map.of());
        assertTrue(COPPER.peaks(einsteinium).isEmpty());
    }

    @Test
    void noReciprocalPointInTheRangeIsNoPeak() {
        assertEquals(
                List.of(), PowderDiffraction.copper(5, 6).peaks(triclinic()).orElseThrow());
    }

    @Test
    void impossibleAnglesAreRefusedWithTheirNumbers() {
        String message = assertThrows(IllegalArgumentException.class, () -> PowderDiffraction.copper(90, 5))
                .getMessage();
        assertTrue(message.contains("90.0 to 5.0"), message);
        assertThrows(IllegalArgumentException.class, () -> PowderDiffraction.copper(5, 180));
    }

    private static Crystal triclinic() {
        List<KnownPattern> known = KnownPattern.all();
        return known.get(known.size() - 1).crystal();
    }

    private static List<Peak> peaks(Crystal crystal) {
        return COPPER.peaks(crystal).orElseThrow();
    }

    private static void assertPeaks(List<Peak> expected, List<Peak> found, double tolerance) {
        assertEquals(expected.size(), found.size(), "number of peaks");
        for (int i = 0; i < found.size(); i++) {
            assertPeak(expected.get(i), found.get(i), tolerance);
            assertEquals(expected.get(i).points(), found.get(i).points(), found.get(i)::toString);
        }
    }

    private static void assertPeak(Peak expected, Peak found, double tolerance) {
        assertEquals(expected.twoTheta(), found.twoTheta(), tolerance);
        assertEquals(expected.intensity(), found.intensity(), tolerance * 100);
    }
}
