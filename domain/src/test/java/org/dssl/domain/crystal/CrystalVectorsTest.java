package org.dssl.domain.crystal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class CrystalVectorsTest {
    private static final double[] FORCES = {1, 2, 3, -1, -2, Double.NaN};
    private static final Crystal SALT = TestCrystals.rocksalt().withVectors(Map.of("forces", FORCES));

    private static double[] forces(Crystal crystal) {
        return crystal.vectors("forces").orElseThrow();
    }

    @Test
    void vectorsAreThoseGivenAndReplaceEarlierOnes() {
        assertArrayEquals(FORCES, forces(SALT));
        assertTrue(SALT.vectors("Forces").isEmpty()
                && TestCrystals.rocksalt().vectorNames().isEmpty());
        Crystal other = SALT.withVectors(Map.of("velocities", new double[6], "a", FORCES));
        assertEquals(Set.of("a", "velocities"), other.vectorNames());
        assertEquals(Set.of("forces"), SALT.vectorNames());
    }

    @Test
    void everyAtomNeedsThreeNumbersThatAreFiniteOrUnknown() {
        assertMessage("forces has 3 numbers; 2 atoms need 6", 1, 2, 3);
        assertMessage("forces has 0 numbers; 2 atoms need 6");
        assertMessage("forces has 7 numbers; 2 atoms need 6", 1, 2, 3, 4, 5, 6, 7);
        assertMessage(
                "forces of atom 2 holds -Infinity; numbers must be finite", 1, 2, 3, 4, Double.NEGATIVE_INFINITY, 6);
    }

    @Test
    void theCallersArraysAreNotShared() {
        double[] given = FORCES.clone();
        Map<String, double[]> map = new java.util.HashMap<>(Map.of("forces", given));
        Crystal crystal = TestCrystals.rocksalt().withVectors(map);
        given[0] = 7;
        forces(crystal)[1] = 7;
        map.clear();
        assertArrayEquals(FORCES, forces(crystal));
        assertThrows(
                UnsupportedOperationException.class, () -> crystal.vectorNames().clear());
    }

    @Test
    void everyCopyKeepsThem() {
        assertArrayEquals(FORCES, forces(SALT.withId("b").withLabels(Map.of("K", "1"))));
        assertArrayEquals(FORCES, forces(SALT.moved(new double[] {0.1, 0, 0, 0, 0, 0})));
        assertArrayEquals(FORCES, forces(SALT.withFractional(new double[] {0, 0, 0, 0.4, 0.5, 0.5})));
        assertArrayEquals(FORCES, forces(TestCrystals.translated(SALT, 0.1, 0.2, 0.3)));
    }

    @Test
    void equivalentCellsHaveTheVectorsOfTheirAtoms() {
        assertArrayEquals(
                new double[] {-1, -2, Double.NaN, 1, 2, 3}, forces(TestCrystals.permuted(SALT, new int[] {1, 0})));
        Crystal repeated = TestCrystals.supercell(SALT, 2, 1, 3);
        double[] forces = forces(repeated);
        assertEquals(3 * repeated.atoms(), forces.length);
        for (int atom = 0; atom < repeated.atoms(); atom++) {
            assertEquals(repeated.atomicNumber(atom) == 11 ? 1 : -1, forces[3 * atom]);
        }
        Crystal sheared = TestCrystals.recell(SALT, 1, 1, 0, 0, 1, 0, 0, 0, 1);
        assertArrayEquals(FORCES, forces(sheared), "the Cartesian frame is the same");
    }

    @Test
    void aTurnedCrystalHasTurnedVectors() {
        Crystal turned = TestCrystals.rotated(
                SALT.withVectors(Map.of("forces", new double[] {1, 2, 3, -1, -2, -3})), RandomStream.of(1));
        for (int axis = 0; axis < 3; axis++) { // the components along a, b and c stay
            double[] f = forces(turned);
            assertEquals(
                    SALT.lattice().fractional(1, 2, 3, axis),
                    turned.lattice().fractional(f[0], f[1], f[2], axis),
                    1e-12);
        }
    }

    private static void assertMessage(String message, double... values) {
        Crystal salt = TestCrystals.rocksalt();
        assertEquals(
                message,
                assertThrows(CrystalException.class, () -> salt.withVectors(Map.of("forces", values)))
                        .getMessage());
    }
}
