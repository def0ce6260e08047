package org.dssl.domain.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ElementsTest {
    @Test
    void everySymbolLeadsBackToItsNumber() {
        for (int z = 1; z <= 118; z++) {
            assertEquals(z, Elements.number(Elements.symbol(z)).orElseThrow());
        }
        assertTrue(Elements.number("Xx").isEmpty());
        assertTrue(Elements.number("fe").isEmpty());
    }

    @Test
    void namesAndTablesAreThoseOfTheElement() {
        assertEquals("Iron", Elements.name(26));
        assertEquals(8, Elements.valenceElectrons(26).orElseThrow());
        assertEquals(1, Elements.valenceElectrons(11).orElseThrow());
    }

    @Test
    void valenceElectronsFillTheirClassesAndStiffnessIsKnownFor62() {
        int known = 0;
        for (int z = 1; z <= Elements.KNOWN; z++) {
            int electrons = Elements.valenceElectrons(z).orElseThrow();
            assertTrue(electrons >= 1 && electrons <= 17, Elements.symbol(z));
            known += Elements.atomicStiffness(z).isPresent() ? 1 : 0;
        }
        assertEquals(62, known);
    }
}
