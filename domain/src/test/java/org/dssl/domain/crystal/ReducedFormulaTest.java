package org.dssl.domain.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReducedFormulaTest {

    @Test
    void countsAreTheSmallestWholeNumbersElementsByTheirSymbols() {
        assertEquals("Si", ReducedFormula.of(TestCrystals.diamond()));
        assertEquals("ClNa", ReducedFormula.of(TestCrystals.cubicRocksalt()));
        assertEquals("O3SrTi", ReducedFormula.of(TestCrystals.perovskite()));
        assertEquals("O2Ti", ReducedFormula.of(TestCrystals.supercell(TestCrystals.rutile(), 2, 3, 1)));
    }

    @Test
    void theOrderOfTheAtomsDoesNotMatter() {
        Crystal perovskite = TestCrystals.perovskite();
        assertEquals("O3SrTi", ReducedFormula.of(TestCrystals.permuted(perovskite, new int[] {4, 1, 3, 0, 2})));
    }

    @Test
    void writtenForPeopleTheElectropositiveElementsComeFirst() {
        assertEquals("Si", ReducedFormula.written(TestCrystals.diamond()));
        assertEquals("NaCl", ReducedFormula.written(TestCrystals.cubicRocksalt()));
        assertEquals("SrTiO3", ReducedFormula.written(TestCrystals.perovskite()));
        assertEquals("TiO2", ReducedFormula.written(TestCrystals.supercell(TestCrystals.rutile(), 2, 3, 1)));
    }
}
