package org.dssl.domain.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementColumnTest {
    private static final int FE = 26;

    /** Iron, as Pauling's scale, Cordero's radii and NIST's ionisation energies have it. */
    @ParameterizedTest
    @CsvSource({
        "electronegativity, 1.83, 85",
        "covalent-radius, 1.42, 96",
        "ionisation-energy, 7.9025, 100",
        "electron-affinity, 0.151, 70",
        "atomic-volume, 7.096, 89"
    })
    void builtinNumbersAreThoseOfTheElement(String name, double iron, int known) {
        ElementColumn column = ElementColumn.named(name).orElseThrow();
        assertFalse(column.hasClasses());
        assertEquals(iron, column.value(FE).orElseThrow(), 0.001);
        assertEquals(known, column.known());
    }

    @ParameterizedTest
    @CsvSource({"group, 8, 18, 75", "period, 4, 7, 100", "block, d, 4, 100", "valence-electrons, 8, 17, 100"})
    void builtinClassesAreThoseOfTheElement(String name, String iron, int classes, int known) {
        ElementColumn column = ElementColumn.named(name).orElseThrow();
        assertEquals(classes, column.classes().size());
        assertEquals(iron, column.classes().get((int) column.value(FE).orElseThrow()));
        assertEquals(known, column.known());
    }

    @Test
    void theMicroPropertiesAreColumnsToo() {
        ElementColumn stiffness = ElementColumn.named("atomic-stiffness").orElseThrow();
        assertEquals(62, stiffness.known());
        assertEquals(
                Elements.atomicStiffness(FE).orElseThrow(), stiffness.value(FE).orElseThrow());
    }

    @Test
    void classesOfNumbersAreOrderedByValueAndUnknownElementsHaveNone() {
        ElementColumn column =
                ElementColumn.ofClasses("hardness", Map.of("C", "10", "Fe", "4", "Pb", "soft", "Cu", "4"));
        assertEquals(List.of("4", "10", "soft"), column.classes());
        assertEquals(1, column.value(6).orElseThrow());
        assertTrue(column.value(1).isEmpty());
    }

    @Test
    void meanAndSpreadAreOverTheKnownElements() {
        ElementColumn column = ElementColumn.ofNumbers("x", "eV", Map.of("H", 1.0, "He", 3.0));
        assertEquals(2, column.mean(), 1e-12);
        assertEquals(1, column.spread(), 1e-12);
        assertEquals(1, ElementColumn.ofNumbers("x", "", Map.of("H", 1.0)).spread());
    }

    @Test
    void whatIsNoElementOrNoNumberIsRefusedByName() {
        assertTrue(assertThrows(CrystalException.class, () -> ElementColumn.ofNumbers("x", "", Map.of("Xx", 1.0)))
                .getMessage()
                .contains("'Xx'"));
        assertThrows(CrystalException.class, () -> ElementColumn.ofNumbers("x", "", Map.of("Rf", 1.0)));
        assertThrows(CrystalException.class, () -> ElementColumn.ofNumbers("x", "", Map.of("H", Double.NaN)));
    }
}
