package org.dssl.adapters.io.structure.disorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;
import org.dssl.ports.out.ImperfectStructure;
import org.junit.jupiter.api.Test;

class MajorityTest {
    private static final Lattice CUBE = Lattice.ofParameters(4, 4, 4, 90, 90, 90);

    private static Occupant part(int number, double occupancy) {
        return new Occupant("X" + number, number, occupancy, "", null, 1);
    }

    private static Occupant member(int number, double occupancy, String group) {
        return new Occupant("X" + number, number, occupancy, "A", group, 1);
    }

    private static Spot at(double x, Occupant... occupants) {
        return new Spot(x, 0, 0, List.of(occupants));
    }

    private static Crystal of(Spot... spots) {
        return Majority.of("x", CUBE, List.of(spots), Map.of());
    }

    @Test
    void eachSiteHoldsItsLikeliestOccupantOrNothing() {
        Crystal crystal = of(
                at(0, part(26, 0.4), part(28, 0.6)),
                at(0.25, part(3, 0.3)),
                at(0.5, part(29, 0.3), part(30, 0.25)),
                at(0.75, Occupant.full("O", 8, 1)));
        assertArrayEquals(new int[] {28, 8}, crystal.atomicNumbers());
        assertEquals(
                "3 of 4 sites disordered, the likeliest taken: X26 (Fe 0.4, Ni 0.6) → Ni; X3 (Li 0.3) → empty;"
                        + " X29 (Cu 0.3, Zn 0.25) → empty",
                crystal.labels().get(ImperfectStructure.CHANGES));
    }

    @Test
    void ofEqualsTheFirstAndAnAtomRatherThanNothing() {
        assertArrayEquals(
                new int[] {26, 3},
                of(at(0, part(26, 0.5), part(28, 0.5)), at(0.5, part(3, 0.5))).atomicNumbers());
    }

    @Test
    void groupsOfAnAssemblyAreThereAsAWhole() {
        Crystal crystal = of(
                at(0, Occupant.full("O", 8, 1)),
                at(0.3, member(6, 0.45, "1")),
                at(0.4, member(7, 0.55, "2")),
                at(0.6, member(6, 0.45, "1")),
                at(0.7, member(7, 0.55, "2")));
        assertArrayEquals(new int[] {8, 7, 7}, crystal.atomicNumbers());
    }

    @Test
    void aGroupThatIsMostlyAbsentIsLeftOut() {
        assertArrayEquals(
                new int[] {8},
                of(at(0, Occupant.full("O", 8, 1)), at(0.4, member(6, 0.3, "1")))
                        .atomicNumbers());
    }

    @Test
    void oneElementOnTwoRowsCountsTogether() {
        assertArrayEquals(
                new int[] {8},
                of(at(0, part(8, 0.3), part(9, 0.4), part(8, 0.3))).atomicNumbers());
    }

    @Test
    void sitesThatCannotBothBeThereAreNoCrystal() {
        String message = assertThrows(CrystalException.class, () -> of(at(0, part(29, 0.5)), at(0.1, part(30, 0.5))))
                .getMessage();
        assertEquals(
                "sites X29 (Cu 0.5) and X30 (Zn 0.5) are 0.4 Å apart: both cannot be there, and neither is likelier",
                message);
        message = assertThrows(CrystalException.class, () -> of(at(0, part(29, 0.2))))
                .getMessage();
        assertTrue(message.contains("more probably empty"), message);
    }
}
