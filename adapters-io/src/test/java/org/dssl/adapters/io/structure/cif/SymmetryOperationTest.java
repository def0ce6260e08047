package org.dssl.adapters.io.structure.cif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetryOperationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-y, x-y, z+1/3",
                "-Y,X-Y,Z+1/3",
                "-y,x-y,1/3+z",
                " - y , +x - y , 1 / 3 + z ",
                "-y, -y+x, z+1/6+1/6"
            })
    void spellingsOfOneOperationAreEqual(String text) {
        SymmetryOperation operation = SymmetryOperation.parse(text);
        assertArrayEquals(new int[] {0, -1, 0, 1, -1, 0, 0, 0, 1}, operation.rotation());
        assertArrayEquals(new double[] {0, 0, 1 / 3.0}, operation.shift(), 1e-15);
    }

    @Test
    void movesAPoint() {
        SymmetryOperation operation = SymmetryOperation.parse("-y+0.5, x-y, z-1/4");
        assertEquals(0.3, operation.image(0.1, 0.2, 0.3, 0), 1e-15);
        assertEquals(-0.1, operation.image(0.1, 0.2, 0.3, 1), 1e-15);
        assertEquals(0.05, operation.image(0.1, 0.2, 0.3, 2), 1e-15);
    }

    @Test
    void knowsTheIdentity() {
        assertTrue(SymmetryOperation.parse("x, y, z").isIdentity());
        assertTrue(!SymmetryOperation.parse("x, y, z+1/2").isIdentity());
        assertTrue(!SymmetryOperation.parse("x, z, y").isIdentity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x,y",
                "x,y,z,+1",
                "x,y,",
                "x,y,w",
                "x,y,2z",
                "x,x,z",
                "x,y,z+",
                "x y,y,z",
                "x,y,z+1/",
                "x,y,1..2+z"
            })
    void refusesWhatIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> SymmetryOperation.parse(text));
    }
}
