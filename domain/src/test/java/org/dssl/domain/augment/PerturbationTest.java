package org.dssl.domain.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class PerturbationTest {
    private final RandomStream random = RandomStream.of(4);

    @Test
    void distancesAreUniformBetweenTheBoundsAndDirectionsHaveNoPreference() {
        int atoms = 20_000;
        double[] displacement = new Perturbation(0.1, 0.5).draw(atoms, random);
        double sum = 0;
        double[] direction = new double[3];
        double[] square = new double[3];
        for (int atom = 0; atom < atoms; atom++) {
            double d = length(displacement, atom);
            assertTrue(d >= 0.1 - 1e-12 && d <= 0.5 + 1e-12);
            sum += d;
            for (int axis = 0; axis < 3; axis++) {
                direction[axis] += displacement[3 * atom + axis] / d / atoms;
                square[axis] += Math.pow(displacement[3 * atom + axis] / d, 2) / atoms;
            }
        }
        assertEquals(0.3, sum / atoms, 0.004);
        assertArrayEquals(new double[3], direction, 0.02);
        assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, square, 0.01);
    }

    @Test
    void movedAtomsStandWhereTheDisplacementPutsThem() {
        Crystal crystal = TestCrystals.wurtzite();
        double[] displacement = new Perturbation(0.2, 0.2).draw(4, random);
        Crystal moved = crystal.moved(displacement);
        for (int i = 0; i < 12; i++) {
            int atom = i / 3;
            assertEquals(displacement[i], cartesian(moved, atom, i % 3) - cartesian(crystal, atom, i % 3), 1e-12);
        }
    }

    @Test
    void boundsOutOfOrderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Perturbation(0.5, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Perturbation(-0.1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Perturbation(0, Double.POSITIVE_INFINITY));
    }

    private static double cartesian(Crystal crystal, int atom, int axis) {
        return crystal.lattice()
                .cartesian(crystal.fractional(atom, 0), crystal.fractional(atom, 1), crystal.fractional(atom, 2), axis);
    }

    private static double length(double[] displacement, int atom) {
        double x = displacement[3 * atom];
        double y = displacement[3 * atom + 1];
        double z = displacement[3 * atom + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }
}
