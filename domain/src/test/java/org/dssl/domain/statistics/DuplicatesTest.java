package org.dssl.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DuplicatesTest {
    private static final RandomStream RANDOM = RandomStream.of(11);

    static Stream<Crystal> crystals() {
        return Stream.of(
                TestCrystals.diamond(),
                TestCrystals.cubicRocksalt(),
                TestCrystals.perovskite(),
                TestCrystals.rutile(),
                TestCrystals.wurtzite(),
                TestCrystals.random(7, 5, RANDOM.split("a")));
    }

    @ParameterizedTest
    @MethodSource("crystals")
    void aCrystalIsFoundHoweverItIsWrittenDown(Crystal crystal) {
        int[] order = RANDOM.split("order").permutation(crystal.atoms());
        List<Crystal> written = List.of(
                TestCrystals.permuted(crystal, order),
                TestCrystals.rotated(crystal, RANDOM.split("turn")),
                TestCrystals.translated(crystal, 0.123, 0.456, -0.789),
                TestCrystals.supercell(crystal, 2, 1, 3),
                TestCrystals.recell(crystal, 1, 1, 0, 0, 1, 2, -1, 0, 1),
                mirrored(crystal));
        Duplicates duplicates = Duplicates.between(List.of(TestCrystals.caesiumChloride(), crystal), written);
        assertEquals(written.size(), duplicates.found().size());
        assertEquals(written.size(), duplicates.sameFormula());
        duplicates.found().forEach(pair -> assertEquals(0, pair.difference(), 1e-9, pair.toString()));
    }

    @ParameterizedTest
    @MethodSource("crystals")
    void theDigitsThatFilesLoseDoNotHideACrystal(Crystal crystal) {
        Crystal noisy = TestCrystals.noisy(crystal, 1e-3, RANDOM.split("noise"));
        assertEquals(
                1, Duplicates.between(List.of(crystal), List.of(noisy)).found().size());
    }

    @ParameterizedTest
    @MethodSource("crystals")
    void anotherVolumeIsAnotherCrystalOfTheSameFormula(Crystal crystal) {
        Duplicates duplicates = Duplicates.between(List.of(crystal), List.of(stretched(crystal, 1.006)));
        assertEquals(List.of(), duplicates.found());
        assertEquals(1, duplicates.sameFormula());
    }

    @Test
    void equalFormulasOfOtherStructuresDiffer() {
        // A-B-C and A-B stackings of one layer: their first twelve neighbours of either kind are the same
        Crystal cubic = TestCrystals.of(
                Lattice.ofRows(0, 2.7, 2.7, 2.7, 0, 2.7, 2.7, 2.7, 0), "Zn S", 0, 0, 0, 0.25, 0.25, 0.25);
        double a = 2.7 * Math.sqrt(2);
        double t = 1.0 / 3;
        Crystal hexagonal = TestCrystals.of(
                Lattice.ofParameters(a, a, a * Math.sqrt(8.0 / 3), 90, 90, 120),
                "Zn Zn S S",
                t,
                2 * t,
                0,
                2 * t,
                t,
                0.5,
                t,
                2 * t,
                0.375,
                2 * t,
                t,
                0.875);
        Duplicates duplicates = Duplicates.between(List.of(cubic), List.of(hexagonal, cubic));
        assertEquals(2, duplicates.sameFormula());
        assertEquals(1, duplicates.found().size());
    }

    @Test
    void exchangedElementsMakeAnotherCrystal() {
        Crystal perovskite = TestCrystals.perovskite();
        int[] numbers = perovskite.atomicNumbers();
        int strontium = numbers[0];
        numbers[0] = numbers[1];
        numbers[1] = strontium;
        Crystal exchanged = new Crystal("exchanged", perovskite.lattice(), numbers, perovskite.fractional(), Map.of());
        Duplicates duplicates = Duplicates.between(List.of(perovskite), List.of(exchanged));
        assertEquals(List.of(), duplicates.found());
        assertEquals(1, duplicates.sameFormula());
    }

    @Test
    void theMostSimilarOneIsNamed() {
        Crystal rutile = TestCrystals.rutile();
        List<Crystal> known = IntStream.range(0, 5)
                .mapToObj(i -> stretched(rutile, 1 + 0.001 * i).withId("stretched " + i))
                .toList();
        Duplicates duplicates =
                Duplicates.between(known, List.of(stretched(rutile, 1.0031).withId("new")));
        assertEquals(1, duplicates.found().size());
        assertEquals("stretched 3", duplicates.found().get(0).a());
        assertEquals("new", duplicates.found().get(0).b());
    }

    private static Crystal stretched(Crystal crystal, double factor) {
        double[] rows = crystal.lattice().rows();
        for (int i = 0; i < rows.length; i++) {
            rows[i] *= factor;
        }
        return new Crystal(crystal.id(), Lattice.ofRows(rows), crystal.atomicNumbers(), crystal.fractional(), Map.of());
    }

    private static Crystal mirrored(Crystal crystal) {
        double[] rows = crystal.lattice().rows();
        for (int i = 0; i < rows.length; i += 3) {
            rows[i] = -rows[i];
        }
        return new Crystal(crystal.id(), Lattice.ofRows(rows), crystal.atomicNumbers(), crystal.fractional(), Map.of());
    }
}
