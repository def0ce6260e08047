package org.example.holohedry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.symmetry.LatticeSystem;
import org.junit.jupiter.api.Test;

/** What is this task's own. */
class HolohedryTaskTest {
    private static LatticeSystem holohedry(double tolerance, Lattice lattice) {
        Crystal copper = new Crystal("copper", lattice, new int[] {29}, new double[3], Map.of());
        return new HolohedryTask(64, tolerance).holohedry(copper);
    }

    @Test
    void everyCellOfALatticeHasOneHolohedry() {
        Lattice primitive = Lattice.ofRows(0, 2, 2, 2, 0, 2, 2, 2, 0);
        assertEquals(LatticeSystem.CUBIC, holohedry(0.01, primitive), "face-centred cubic");
        Lattice skew = Lattice.ofRows(0, 2, 2, 2, 2, 4, 2, 4, 2);
        assertEquals(LatticeSystem.CUBIC, holohedry(0.01, skew), "the same lattice, other vectors");
    }

    @Test
    void hexagonalAndRhombohedralLatticesAreToldApart() {
        assertEquals(LatticeSystem.HEXAGONAL, holohedry(0.01, Lattice.ofParameters(3, 3, 5, 90, 90, 120)));
        assertEquals(LatticeSystem.RHOMBOHEDRAL, holohedry(0.01, Lattice.ofParameters(4, 4, 4, 70, 70, 70)));
    }

    @Test
    void theToleranceDecidesWhatIsEqual() {
        Lattice almost = Lattice.ofParameters(4, 4, 4.02, 90, 90, 90);
        assertEquals(LatticeSystem.TETRAGONAL, holohedry(0.01, almost));
        assertEquals(LatticeSystem.CUBIC, holohedry(0.05, almost));
    }
}
