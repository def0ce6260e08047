package org.dssl.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.symmetry.CrystalSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrystalFactsTest {

    static Stream<Crystal> crystals() {
        return Stream.of(
                TestCrystals.rocksalt(), TestCrystals.perovskite(), TestCrystals.rutile(), TestCrystals.wurtzite());
    }

    @Test
    void densitiesAreThoseOfHandbooks() {
        assertEquals(2.163, value(TestCrystals.rocksalt(), Quantity.DENSITY), 0.005, "NaCl, 5.64 Å");
        assertEquals(2.330, value(TestCrystals.diamond(), Quantity.DENSITY), 0.005, "Si, 5.43 Å");
        assertEquals(5.117, value(TestCrystals.perovskite(), Quantity.DENSITY), 0.005, "SrTiO3, 3.905 Å");
    }

    @Test
    void theCellOfRocksaltIsThePrimitiveOneHoweverItIsGiven() {
        CrystalFacts facts = CrystalFacts.of(TestCrystals.cubicRocksalt());
        assertEquals(8, value(facts, Quantity.ATOMS));
        assertEquals(2, value(facts, Quantity.PRIMITIVE_ATOMS));
        assertEquals(5.64 / Math.sqrt(2), value(facts, Quantity.A), 0.001);
        assertEquals(60, value(facts, Quantity.ALPHA), 0.001);
        assertEquals(CrystalSystem.CUBIC, facts.system());
    }

    @ParameterizedTest
    @MethodSource("crystals")
    void otherCellsOfACrystalHaveTheSameFactsButForTheirAtoms(Crystal crystal) {
        CrystalFacts facts = CrystalFacts.of(crystal);
        RandomStream random = RandomStream.of(5);
        Crystal other = TestCrystals.rotated(TestCrystals.recell(crystal, 1, 1, 0, 0, 2, 0, -1, 0, 1), random);
        CrystalFacts others = CrystalFacts.of(other);
        assertEquals(facts.system(), others.system());
        assertArrayEquals(
                Arrays.copyOfRange(facts.values(), 1, facts.values().length),
                Arrays.copyOfRange(others.values(), 1, others.values().length),
                0.0011,
                "rounded to 0.001");
    }

    private static double value(Crystal crystal, Quantity quantity) {
        return value(CrystalFacts.of(crystal), quantity);
    }

    private static double value(CrystalFacts facts, Quantity quantity) {
        return facts.values()[quantity.ordinal()];
    }
}
