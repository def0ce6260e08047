package org.dssl.domain.graph;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.ValenceOrbitals;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrbitalFieldTest {
    private static final int COLUMNS = 32 * 33;
    private static final AtomColumns ALONE = new AtomColumns(Optional.empty(), false, List.of(), true);

    /** The CsCl type, 8 neighbours of the other kind at a·√3/2 and 6 of the same at a; Fe s² d⁶, Al s² p¹. */
    private static final Crystal FE_AL = crystal(2.9, 1, 26, 13);

    /** Cells along a axis, one after the other. */
    private static Crystal crystal(double a, int cells, int corner, int centre) {
        int[] numbers = new int[2 * cells];
        double[] fractional = new double[6 * cells];
        for (int cell = 0; cell < cells; cell++) {
            numbers[2 * cell] = corner;
            numbers[2 * cell + 1] = centre;
            fractional[6 * cell] = (double) cell / cells;
            fractional[6 * cell + 3] = (cell + 0.5) / cells;
            fractional[6 * cell + 4] = 0.5;
            fractional[6 * cell + 5] = 0.5;
        }
        return new Crystal(
                "CsCl type", Lattice.ofParameters(a * cells, a, a, 90, 90, 90), numbers, fractional, Map.of());
    }

    private static double[] rows(Crystal crystal, GraphOptions options, boolean... masked) {
        CrystalGraph full = GraphBuilder.build(crystal, options);
        CrystalGraph graph =
                options.quotient() ? Quotient.of(full, crystal.atomicNumbers(), options.tolerance()) : full;
        FeatureOptions features = FeatureOptions.of(options, false, false).withAtoms(ALONE);
        Feeds feeds = new Feeds();
        boolean[] mask = masked.length == 0 ? null : masked;
        new GraphPacker(features).pack(List.of(new GraphPacker.Item(crystal, graph, mask)), "", feeds);
        return feeds.numbers("atom.features").values();
    }

    private static double[] field(double[] rows, int atom) {
        return Arrays.copyOfRange(rows, atom * (COLUMNS + 1), (atom + 1) * (COLUMNS + 1) - 1);
    }

    private static double at(double[] field, String own, String neighbour) {
        List<String> names = ValenceOrbitals.names();
        return field[names.indexOf(own) * 33 + 1 + names.indexOf(neighbour)];
    }

    @Test
    void subshellsMeetThoseOfTheNeighboursByDistance() {
        double[] iron = field(rows(FE_AL, GraphOptions.DEFAULT), 0);
        double far = 6 * Math.pow(Math.sqrt(3) / 2, 4); // 6 iron atoms at a, the nearest are at a·√3/2
        double[] expected = new double[COLUMNS];
        for (String own : List.of("s2", "d6")) {
            int row = ValenceOrbitals.names().indexOf(own) * 33;
            expected[row] = 1;
            expected[row + 1 + ValenceOrbitals.names().indexOf("s2")] = 8 + far;
            expected[row + 1 + ValenceOrbitals.names().indexOf("p1")] = 8;
            expected[row + 1 + ValenceOrbitals.names().indexOf("d6")] = far;
        }
        assertClose(expected, iron, Tolerance.of(1e-9), "iron in FeAl");
    }

    @ParameterizedTest
    @EnumSource
    void anAtomIsNotItsOwnNeighbourInPlace(GraphMode mode) {
        GraphOptions options = mode == GraphMode.ALL_IMAGES ? GraphOptions.DEFAULT : GraphOptions.PAPER;
        double[] iron = field(rows(FE_AL, options), 0);
        assertEquals(mode == GraphMode.ALL_IMAGES ? 8 : 1, at(iron, "d6", "p1"), 1e-9);
        assertEquals(mode == GraphMode.ALL_IMAGES ? 3.375 : 0, at(iron, "d6", "d6"), 1e-9);
    }

    @Test
    void aMaskedAtomHasNoneAndAddsNone() {
        double[] unknown = rows(FE_AL, GraphOptions.DEFAULT, true, false);
        double[] expected = new double[COLUMNS + 1];
        expected[COLUMNS] = 1;
        assertArrayEquals(expected, Arrays.copyOf(unknown, COLUMNS + 1), "the flag alone");
        double[] aluminium = field(unknown, 1);
        assertEquals(0, at(aluminium, "p1", "d6"));
        assertEquals(3.375, at(aluminium, "p1", "p1"), 1e-9);
        Crystal other = crystal(2.9, 1, 79, 13);
        assertArrayEquals(unknown, rows(other, GraphOptions.DEFAULT, true, false), "gold instead of iron is not seen");
    }

    @Test
    void allOfOneClassHaveTheFieldOfTheQuotient() {
        Crystal three = crystal(2.9, 3, 26, 13);
        double[] full = rows(three, GraphOptions.DEFAULT.withQuotient(false));
        double[] quotient = rows(three, GraphOptions.DEFAULT.withQuotient(true));
        assertEquals(2 * (COLUMNS + 1), quotient.length);
        for (int atom = 0; atom < 6; atom++) {
            assertClose(field(quotient, atom % 2), field(full, atom), Tolerance.of(1e-9), "atom " + atom);
        }
    }

    @Test
    void theUnitOfLengthDoesNotMatterAndDistortionDoes() {
        double[] cell = rows(FE_AL, GraphOptions.DEFAULT);
        assertClose(cell, rows(crystal(3.1, 1, 26, 13), GraphOptions.DEFAULT), Tolerance.of(1e-9), "stretched");
        Crystal moved = FE_AL.moved(new double[] {0.1, 0, 0, 0, 0, 0});
        double of = at(field(rows(moved, GraphOptions.DEFAULT), 0), "d6", "p1");
        assertTrue(Math.abs(of - 8) > 0.1, "8 equal neighbours no more: " + of);
    }
}
