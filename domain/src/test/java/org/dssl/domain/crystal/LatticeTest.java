package org.dssl.domain.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class LatticeTest {
    private final Lattice triclinic = Lattice.ofParameters(4.1, 5.2, 6.3, 71, 82, 103);

    @Test
    void parametersComeBackFromTheRows() {
        assertEquals(4.1, triclinic.length(0), 1e-12);
        assertEquals(5.2, triclinic.length(1), 1e-12);
        assertEquals(6.3, triclinic.length(2), 1e-12);
        assertEquals(71, triclinic.angle(0), 1e-10);
        assertEquals(82, triclinic.angle(1), 1e-10);
        assertEquals(103, triclinic.angle(2), 1e-10);
    }

    @Test
    void aLiesAlongXAndBInTheXyPlane() {
        assertEquals(0, triclinic.get(0, 1));
        assertEquals(0, triclinic.get(0, 2));
        assertEquals(0, triclinic.get(1, 2));
        assertTrue(triclinic.get(1, 1) > 0 && triclinic.get(2, 2) > 0);
    }

    @Test
    void fractionalUndoesCartesian() {
        double[] f = {0.3, -1.2, 2.5};
        double[] x = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            x[axis] = triclinic.cartesian(f[0], f[1], f[2], axis);
        }
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(f[axis], triclinic.fractional(x[0], x[1], x[2], axis), 1e-12);
        }
    }

    @Test
    void planeSpacingTimesAreaIsTheVolume() {
        double sinAlpha = Math.sin(Math.toRadians(71));
        assertEquals(triclinic.volume(), triclinic.planeSpacing(0) * 5.2 * 6.3 * sinAlpha, 1e-9);
    }

    @Test
    void cellsWithoutVolumeAreRefusedWithTheirNumbers() {
        assertMessage("volume", () -> Lattice.ofRows(1, 0, 0, 2, 0, 0, 0, 0, 1));
        assertMessage("9 numbers, found 3", () -> Lattice.ofRows(1, 2, 3));
        assertMessage("NaN", () -> Lattice.ofRows(1, 0, 0, 0, Double.NaN, 0, 0, 0, 1));
        assertMessage("-3.0 Å", () -> Lattice.ofParameters(3, -3, 3, 90, 90, 90));
        assertMessage("180.0°", () -> Lattice.ofParameters(3, 3, 3, 90, 180, 90));
        assertMessage("span no volume", () -> Lattice.ofParameters(3, 3, 3, 60, 60, 125));
    }

    @Test
    void reductionKeepsTheLatticeAndFindsItsShortestVectors() {
        Lattice skew = Lattice.ofRows(3, 0, 0, 17 * 3.0, 4, 0, -23 * 3.0, 41 * 4.0, 5);
        ReducedCell cell = skew.reduced();
        assertEquals(3, cell.lattice().length(0), 1e-9);
        assertEquals(4, cell.lattice().length(1), 1e-9);
        assertEquals(5, cell.lattice().length(2), 1e-9);
    }

    @Test
    void noIntegerCombinationIsShorterThanTheReducedVectors() {
        RandomStream random = RandomStream.of(3);
        for (int draw = 0; draw < 50; draw++) {
            Lattice cell = TestCrystals.random(1, 4, random).lattice().reduced().lattice();
            for (int a = -3; a <= 3; a++) {
                for (int b = -3; b <= 3; b++) {
                    for (int c = -3; c <= 3; c++) {
                        int last = c != 0 ? 2 : b != 0 ? 1 : 0;
                        if (a != 0 || b != 0 || c != 0) {
                            double x = cell.cartesian(a, b, c, 0);
                            double y = cell.cartesian(a, b, c, 1);
                            double z = cell.cartesian(a, b, c, 2);
                            assertTrue(Math.sqrt(x * x + y * y + z * z) >= cell.length(last) - 1e-6);
                        }
                    }
                }
            }
        }
    }

    @Test
    void coordinatesAndOffsetsMoveBetweenGivenAndReducedCell() {
        Lattice skew = Lattice.ofRows(3.1, 0.2, 0, 5 * 3.1, 4, 0.3, -2, 9, 5);
        ReducedCell cell = skew.reduced();
        double[] f = {0.3, 0.8, -0.4};
        double[] r = new double[3];
        for (int i = 0; i < 3; i++) {
            r[i] = cell.reduced(f[0], f[1], f[2], i);
        }
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(
                    skew.cartesian(f[0], f[1], f[2], axis), cell.lattice().cartesian(r[0], r[1], r[2], axis), 1e-9);
            assertEquals(
                    cell.lattice().cartesian(1, -2, 3, axis),
                    skew.cartesian(cell.given(1, -2, 3, 0), cell.given(1, -2, 3, 1), cell.given(1, -2, 3, 2), axis),
                    1e-9);
        }
    }

    private static void assertMessage(String part, Runnable action) {
        String message = assertThrows(CrystalException.class, action::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
