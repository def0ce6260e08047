package org.dssl.adapters.io.structure.cif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dssl.domain.crystal.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CifElementsTest {
    private final CifElements plain = new CifElements(null);

    @ParameterizedTest
    @CsvSource({
        "Ti, Ti",
        "O2-, O",
        "Fe3+, Fe",
        "CL, Cl",
        "cl1-, Cl",
        "Si0+, Si",
        "D, H",
        "T, H",
        "H(SDS), H",
        "Ti4+, Ti"
    })
    void typeSymbolsMayCarryChargesAndAnyCase(String type, String element) {
        assertEquals(element, Elements.symbol(plain.ofType(type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wax", "X", "", "2", "Rf", "Uani"})
    void typeSymbolsThatAreNoElementAreRefused(String type) {
        assertThrows(IllegalArgumentException.class, () -> plain.ofType(type));
    }

    @ParameterizedTest
    @CsvSource({
        "Ti1, Ti",
        "O1A, O",
        "O, O",
        "TI1, Ti",
        "OW2, O",
        "D1, H",
        "T, H",
        "O-H(1), O",
        "Al(1), Al",
        "o1, O",
        "Pb2+, Pb"
    })
    void labelsBeginWithASymbol(String label, String element) {
        assertEquals(element, Elements.symbol(plain.ofLabel(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wax", "DU1", "X1", "1O", "", "Ow1"})
    void labelsWithoutSymbolAreRefused(String label) {
        assertThrows(IllegalArgumentException.class, () -> plain.ofLabel(label));
    }

    @Test
    void capitalsThatMayBeTwoElementsNeedTheFormula() {
        String message = assertThrows(IllegalArgumentException.class, () -> plain.ofLabel("CA1"))
                .getMessage();
        assertTrue(message.contains("C or Ca"), message);
        assertEquals("Ca", Elements.symbol(new CifElements("Ca Ti O3").ofLabel("CA1")));
        assertEquals("C", Elements.symbol(new CifElements("C6 H6").ofLabel("CA1")));
        assertThrows(IllegalArgumentException.class, () -> new CifElements("Ca C2").ofLabel("CA1"));
    }

    @Test
    void theFormulaTellsWhatLettersMean() {
        CifElements formula = new CifElements("Al2 P O8 D5");
        assertEquals("O", Elements.symbol(formula.ofLabel("Ow1")));
        assertEquals("H", Elements.symbol(formula.ofLabel("Hb")));
        assertThrows(IllegalArgumentException.class, () -> formula.ofLabel("Wax"));
    }
}
