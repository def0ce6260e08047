package org.dssl.domain.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dssl.domain.augment.Masking.Count;
import org.dssl.domain.augment.Masking.Unit;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Quotient;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class MaskingTest {
    private final RandomStream random = RandomStream.of(2);

    @Test
    void theReleasedCodeCountsOneMoreThanTheFloor() {
        Masking masking = new Masking(0.15, Unit.ATOM, Count.FLOOR_PLUS_ONE);
        int[] counts =
                IntStream.of(1, 2, 6, 7, 13, 14, 20).map(masking::maskedUnits).toArray();
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 3, 4}, counts);
        assertEquals(5, new Masking(1, Unit.ATOM, Count.FLOOR_PLUS_ONE).maskedUnits(5));
    }

    @Test
    void ourCountIsTheNearestButAtLeastOne() {
        Masking masking = new Masking(0.15, Unit.ATOM, Count.ROUND);
        int[] counts =
                IntStream.of(1, 3, 9, 10, 16, 17, 20).map(masking::maskedUnits).toArray();
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 3, 3}, counts);
    }

    @Test
    void wholeClassesAreMaskedSoThatTheQuotientKeepsItsSize() {
        Crystal crystal = TestCrystals.supercell(TestCrystals.perovskite(), 2, 1, 1);
        CrystalGraph graph = GraphBuilder.build(crystal, GraphOptions.DEFAULT);
        int[] classes = Quotient.classes(graph, crystal.atomicNumbers(), 1e-4);
        boolean[] masked = new Masking(0.5, Unit.CLASS, Count.ROUND).draw(classes, random);
        int[] colours = new int[crystal.atoms()];
        boolean[] maskedClass = new boolean[3];
        for (int atom = 0; atom < colours.length; atom++) {
            colours[atom] = masked[atom] ? 0 : crystal.atomicNumber(atom);
            maskedClass[classes[atom]] |= masked[atom];
            assertEquals(maskedClass[classes[atom]], masked[atom]);
        }
        assertEquals(2, count(maskedClass));
        assertEquals(3, Quotient.of(graph, colours, 1e-4).atoms());
    }

    @Test
    void everyAtomIsMaskedEquallyOften() {
        Masking masking = new Masking(0.25, Unit.ATOM, Count.ROUND);
        int[] times = new int[8];
        for (int draw = 0; draw < 4000; draw++) {
            boolean[] masked = masking.draw(new int[8], random.split(draw));
            assertEquals(2, count(masked));
            for (int atom = 0; atom < 8; atom++) {
                times[atom] += masked[atom] ? 1 : 0;
            }
        }
        for (int found : times) {
            assertEquals(1000, found, 120); // four standard deviations
        }
    }

    @Test
    void oneStreamGivesOneMask() {
        Masking masking = new Masking(0.3, Unit.ATOM, Count.ROUND);
        assertArrayEquals(masking.draw(new int[20], random.split("a")), masking.draw(new int[20], random.split("a")));
        assertTrue(!Arrays.equals(
                masking.draw(new int[20], random.split("a")), masking.draw(new int[20], random.split("b"))));
    }

    @Test
    void aRatioOutsideZeroToOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Masking(1.5, Unit.ATOM, Count.ROUND));
        assertThrows(IllegalArgumentException.class, () -> new Masking(Double.NaN, Unit.ATOM, Count.ROUND));
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
