package org.dssl.domain.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SymmetryTest {
    private static final double TOLERANCE = Symmetry.DEFAULT_TOLERANCE;

    private record Case(Crystal crystal, CrystalSystem system, int order) {
        @Override
        public String toString() {
            return crystal.id();
        }
    }

    /** What spglib says; {@code scripts/make_symmetry_reference.py}. */
    static Stream<Case> crystals() {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(SymmetryTest.class.getResourceAsStream("spglib.csv"), StandardCharsets.UTF_8))) {
            List<Case> cases = new ArrayList<>();
            file.lines().filter(line -> !line.startsWith("#")).forEach(line -> cases.add(read(line.split(","))));
            return cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(String[] column) {
        double[] cell = numbers(column[4]);
        Lattice lattice = Lattice.ofParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
        Crystal crystal =
                TestCrystals.of(lattice, column[5], numbers(column[6])).withId(column[0]);
        CrystalSystem system = CrystalSystem.valueOf(column[1].toUpperCase(Locale.ROOT));
        return new Case(crystal, system, Integer.parseInt(column[3]));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void thereAreThreeCrystalsOfEverySystem() {
        List<CrystalSystem> systems = crystals().map(Case::system).toList();
        for (CrystalSystem system : CrystalSystem.values()) {
            assertEquals(3, Collections.frequency(systems, system), system.name());
        }
    }

    @ParameterizedTest
    @MethodSource("crystals")
    void systemAndOrderAreThoseOfSpglib(Case expected) {
        check(expected, expected.crystal());
    }

    @ParameterizedTest
    @MethodSource("crystals")
    void theyDoNotDependOnWhereAndHowTheCrystalStands(Case expected) {
        RandomStream random = RandomStream.of(3).split(expected.crystal().id());
        check(expected, TestCrystals.rotated(expected.crystal(), random));
        check(expected, TestCrystals.translated(expected.crystal(), 0.137, -2.61, 0.9999));
    }

    @ParameterizedTest
    @MethodSource("crystals")
    void theyDoNotDependOnTheOrderOfTheAtoms(Case expected) {
        List<Integer> order = new ArrayList<>();
        for (int atom = 0; atom < expected.crystal().atoms(); atom++) {
            order.add(atom);
        }
        Collections.shuffle(order, new Random(5));
        int[] permutation = order.stream().mapToInt(i -> i).toArray();
        check(expected, TestCrystals.permuted(expected.crystal(), permutation));
    }

    @ParameterizedTest
    @MethodSource("crystals")
    void theyDoNotDependOnTheCell(Case expected) {
        check(expected, TestCrystals.recell(expected.crystal(), 1, 0, 0, 3, 1, 0, -1, 2, 1));
        check(expected, TestCrystals.supercell(expected.crystal(), 1, 2, 1));
        check(expected, TestCrystals.supercell(expected.crystal(), 3, 1, 2));
        check(expected, TestCrystals.recell(expected.crystal(), 2, 1, 0, 0, 1, 0, 1, 0, 1));
    }

    private static void check(Case expected, Crystal crystal) {
        PointGroup group = Symmetry.of(crystal, TOLERANCE);
        assertEquals(expected.system(), group.system(), expected.toString());
        assertEquals(expected.order(), group.order(), expected.toString());
    }

    @Test
    void prototypesHaveTheSystemsOfTheTextbook() {
        Map<Crystal, CrystalSystem> known = Map.of(
                TestCrystals.fcc(), CrystalSystem.CUBIC,
                TestCrystals.cubicRocksalt(), CrystalSystem.CUBIC,
                TestCrystals.diamond(), CrystalSystem.CUBIC,
                TestCrystals.perovskite(), CrystalSystem.CUBIC,
                TestCrystals.rutile(), CrystalSystem.TETRAGONAL,
                TestCrystals.wurtzite(), CrystalSystem.HEXAGONAL);
        known.forEach((crystal, system) -> assertEquals(system, CrystalSystem.of(crystal, TOLERANCE)));
    }

    @Test
    void randomDisplacementsBeyondTheToleranceLeaveNothing() {
        RandomStream random = RandomStream.of(11);
        for (int i = 0; i < 20; i++) {
            Crystal noisy = TestCrystals.noisy(TestCrystals.supercell(TestCrystals.rocksalt(), 2, 2, 1), 0.2, random);
            assertEquals(CrystalSystem.TRICLINIC, CrystalSystem.of(noisy, TOLERANCE));
        }
    }

    @Test
    void randomDisplacementsWithinTheToleranceChangeNothing() {
        RandomStream random = RandomStream.of(12);
        for (int i = 0; i < 20; i++) {
            Crystal noisy = TestCrystals.noisy(TestCrystals.perovskite(), 0.001, random);
            assertEquals(CrystalSystem.CUBIC, CrystalSystem.of(noisy, TOLERANCE));
        }
    }

    @Test
    void aCubicLatticeWithOneAtomOffItsPlaceIsNotCubic() {
        Crystal shifted = TestCrystals.of(
                TestCrystals.cubic(3.905),
                "Sr Ti O O O",
                0,
                0,
                0,
                0.5,
                0.5,
                0.55,
                0.5,
                0.5,
                0,
                0.5,
                0,
                0.5,
                0,
                0.5,
                0.5);
        assertEquals(CrystalSystem.TETRAGONAL, CrystalSystem.of(shifted, TOLERANCE));
        assertEquals(8, Symmetry.of(shifted, TOLERANCE).order());
        assertEquals(LatticeSystem.CUBIC, LatticeSystem.of(shifted.lattice(), TOLERANCE));
    }

    @Test
    void thePointGroupIsAGroupEvenWhereNearIsNotTransitive() {
        // Neighbouring lengths are equal within the tolerance; the first and the last are not, for larger steps.
        for (double step = 0.001; step < 0.02; step += 0.001) {
            Lattice lattice = Lattice.ofRows(4, 0, 0, 0, 4 + step, 0, 0, 0, 4 + 2 * step);
            PointGroup group = Symmetry.ofLattice(lattice, TOLERANCE);
            assertTrue(group.closed(), () -> "not a group: " + group.rotations());
            assertTrue(group.order() >= 8, () -> "the lattice is orthorhombic at least, found " + group.order());
        }
    }
}
