package org.dssl.domain.crystal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrystalTest {
    private static final Lattice CELL = Lattice.ofRows(4, 0, 0, 0, 5, 0, 1, 0, 6);

    @Test
    void atomsOnOneSpotAreNamed() {
        assertMessage(
                "atoms 2 (Ti) and 3 (O) stand on one spot (0.004 Å apart)",
                () -> TestCrystals.of(CELL, "Sr Ti O", 0.5, 0.5, 0.5, 0.1, 0.2, 0.3, 0.101, 0.2, 0.3));
    }

    @Test
    void aSpotIsSeenAcrossTheFacesOfTheCell() {
        assertMessage("one spot", () -> TestCrystals.of(CELL, "H H", 0, 0, 0, 0.9999, 0.9999, 0.9999));
        assertMessage("one spot", () -> TestCrystals.of(CELL, "H H", 0.25, 0, 0, -7.75, 3, 12));
        assertMessage("one spot", () -> TestCrystals.of(CELL, "H H", -1e-17, 0, 0, 0, 1 - 1e-16, 0));
    }

    @Test
    void atomsAHundredthOfAnAngstromApartMayStand() {
        assertEquals(2, TestCrystals.of(CELL, "H H", 0, 0, 0, 0.00251, 0, 0).atoms());
    }

    @Test
    void aSpotIsFoundAmongManyAtomsEvenInOneCrowd() {
        int n = 60_000;
        double[] fractional = new double[3 * n];
        for (int i = 0; i < n; i++) { // a grid of 0.02 Å: no bin may hold many of them
            fractional[3 * i] = i % 40 * 0.02 / 1000;
            fractional[3 * i + 1] = i / 40 % 40 * 0.02 / 1000;
            fractional[3 * i + 2] = i / 1600 * 0.02 / 1000;
        }
        int[] numbers = new int[n];
        Arrays.fill(numbers, 6);
        Lattice wide = TestCrystals.cubic(1000);
        assertEquals(n, new Crystal("crowd", wide, numbers, fractional, Map.of()).atoms());
        fractional[3 * (n - 1)] = fractional[0] + 1e-6;
        fractional[3 * (n - 1) + 1] = fractional[1];
        fractional[3 * (n - 1) + 2] = fractional[2];
        assertMessage("atoms 1 (C) and 60000 (C)", () -> new Crystal("crowd", wide, numbers, fractional, Map.of()));
    }

    @Test
    void aCellThatRepeatsWithinHalfAnAngstromIsRefusedAlsoIfItsVectorsAreLong() {
        assertMessage(
                "repeats after 0.400 Å",
                () -> TestCrystals.of(Lattice.ofRows(0.4, 0, 0, 0, 9, 0, 0, 0, 9), "H", 0, 0, 0));
        assertMessage("along [", () -> TestCrystals.of(Lattice.ofRows(9, 0, 0, 9.1, 0.3, 0, 0, 0, 9), "H", 0, 0, 0));
    }

    @Test
    void arraysMustFitEachOther() {
        assertMessage("no atoms", () -> new Crystal("x", CELL, new int[0], new double[0], Map.of()));
        assertMessage("2 atoms need 6 coordinates, found 3", () -> TestCrystals.of(CELL, "H H", 0, 0, 0));
        assertMessage("coordinate y of atom 1 is NaN", () -> TestCrystals.of(CELL, "H", 0, Double.NaN, 0));
        assertMessage("coordinate z of atom 1 is 1.0E9", () -> TestCrystals.of(CELL, "H", 0, 0, 1e9));
        assertMessage("Md (Z = 101)", () -> new Crystal("x", CELL, new int[] {101}, new double[3], Map.of()));
    }

    @Test
    void copiesShareAtomsAndChangeOneThing() {
        Crystal salt = TestCrystals.rocksalt();
        Crystal labelled = salt.withLabels(Map.of("K", "1.5", "note", "hard")).withId("salt");
        assertEquals("salt", labelled.id());
        assertEquals(1.5, labelled.number("K").orElseThrow());
        assertTrue(labelled.number("note").isEmpty() && labelled.number("G").isEmpty());
        assertArrayEquals(salt.fractional(), labelled.fractional());
    }

    @Test
    void movedAtomsAreNotCheckedForSpots() {
        Crystal pair = TestCrystals.of(CELL, "H H", 0, 0, 0, 0.5, 0, 0);
        Crystal moved = pair.moved(new double[] {0, 0, 0, -2, 0, 0});
        assertEquals(0, moved.fractional(1, 0), 1e-15);
        assertEquals(0.5, pair.fractional(1, 0));
        assertThrows(CrystalException.class, () -> pair.withFractional(moved.fractional()));
    }

    @Test
    void theCallersArraysAreNotShared() {
        double[] given = {0, 0, 0};
        Crystal one = TestCrystals.of(CELL, "H", given);
        given[0] = 0.5;
        one.fractional()[1] = 0.5;
        assertArrayEquals(new double[3], one.fractional());
    }

    private static void assertMessage(String part, Runnable action) {
        String message = assertThrows(CrystalException.class, action::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
