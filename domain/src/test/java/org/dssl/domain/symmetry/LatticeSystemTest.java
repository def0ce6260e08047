package org.dssl.domain.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LatticeSystemTest {
    private static final double TOLERANCE = 0.01;

    /** All fourteen Bravais lattices, in primitive cells. */
    static Stream<Arguments> lattices() {
        return Stream.of(
                Arguments.of("aP", LatticeSystem.TRICLINIC, Lattice.ofParameters(4, 5, 6, 77, 83, 95)),
                Arguments.of("mP", LatticeSystem.MONOCLINIC, Lattice.ofParameters(4, 5, 6, 90, 101, 90)),
                Arguments.of("mC", LatticeSystem.MONOCLINIC, centred(Lattice.ofParameters(4, 5, 6, 90, 101, 90), 'C')),
                Arguments.of("oP", LatticeSystem.ORTHORHOMBIC, Lattice.ofParameters(4, 5, 6, 90, 90, 90)),
                Arguments.of("oC", LatticeSystem.ORTHORHOMBIC, centred(Lattice.ofParameters(4, 5, 6, 90, 90, 90), 'C')),
                Arguments.of("oI", LatticeSystem.ORTHORHOMBIC, centred(Lattice.ofParameters(4, 5, 6, 90, 90, 90), 'I')),
                Arguments.of("oF", LatticeSystem.ORTHORHOMBIC, centred(Lattice.ofParameters(4, 5, 6, 90, 90, 90), 'F')),
                Arguments.of("tP", LatticeSystem.TETRAGONAL, Lattice.ofParameters(4, 4, 6, 90, 90, 90)),
                Arguments.of("tI", LatticeSystem.TETRAGONAL, centred(Lattice.ofParameters(4, 4, 6, 90, 90, 90), 'I')),
                Arguments.of("hR", LatticeSystem.RHOMBOHEDRAL, Lattice.ofParameters(4, 4, 4, 75, 75, 75)),
                Arguments.of("hR flat", LatticeSystem.RHOMBOHEDRAL, Lattice.ofParameters(4, 4, 4, 113, 113, 113)),
                Arguments.of("hP", LatticeSystem.HEXAGONAL, Lattice.ofParameters(4, 4, 6, 90, 90, 120)),
                Arguments.of("cP", LatticeSystem.CUBIC, TestCrystals.cubic(4)),
                Arguments.of("cI", LatticeSystem.CUBIC, TestCrystals.bcc().lattice()),
                Arguments.of("cF", LatticeSystem.CUBIC, TestCrystals.faceCentred(4)));
    }

    private static Lattice centred(Lattice p, char centring) {
        return switch (centring) {
            case 'C' -> combined(p, 0.5, 0.5, 0, -0.5, 0.5, 0, 0, 0, 1);
            case 'I' -> combined(p, 1, 0, 0, 0, 1, 0, 0.5, 0.5, 0.5);
            default -> combined(p, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0);
        };
    }

    private static Lattice combined(Lattice lattice, double... m) {
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            int r = 3 * (i / 3);
            rows[i] = lattice.cartesian(m[r], m[r + 1], m[r + 2], i % 3);
        }
        return Lattice.ofRows(rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lattices")
    void theHolohedryIsThatOfTheBravaisLatticeInWhicheverBasis(String name, LatticeSystem system, Lattice lattice) {
        assertEquals(system, LatticeSystem.of(lattice, TOLERANCE));
        assertEquals(system.order(), Symmetry.ofLattice(lattice, TOLERANCE).order());
        RandomStream random = RandomStream.of(7).split(name);
        for (int i = 0; i < 20; i++) {
            assertEquals(system, LatticeSystem.of(Bases.other(lattice, random), TOLERANCE), name);
        }
    }

    @Test
    void aDeviationBelowTheToleranceCountsAsNone() {
        Lattice almost = Lattice.ofParameters(4, 4.003, 4.006, 90, 90.05, 90);
        assertEquals(LatticeSystem.CUBIC, LatticeSystem.of(almost, 0.01));
        assertEquals(LatticeSystem.MONOCLINIC, LatticeSystem.of(almost, 0.001));
    }
}
