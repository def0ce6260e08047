package org.dssl.adapters.io.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinDataTest {

    private static Loaded load(String source) {
        return Loaded.from(Path.of("unused"), source, null, null);
    }

    private static Map<Integer, Integer> reducedComposition(Crystal crystal) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int number : crystal.atomicNumbers()) {
            counts.merge(number, 1, Integer::sum);
        }
        int divisor = counts.values().stream().reduce(0, BuiltinDataTest::greatestCommonDivisor);
        counts.replaceAll((number, count) -> count / divisor);
        return counts;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    @Test
    void theLabelledSetHasPositiveModuli() {
        Loaded found = load("builtin:elastic-binaries");
        assertEquals(List.of(), found.problems());
        assertEquals(800, found.crystals().size());
        for (Crystal crystal : found.crystals()) {
            assertEquals(Set.of("K_VRH", "G_VRH"), crystal.labels().keySet());
            assertTrue(crystal.number("K_VRH").getAsDouble() >= 1, crystal.id());
            assertTrue(crystal.number("G_VRH").getAsDouble() >= 1, crystal.id());
            assertEquals(2, reducedComposition(crystal).size(), crystal.id());
        }
        assertEquals("builtin:elastic-binaries:1", found.places().get(0));
    }

    @Test
    void theUnlabelledSetSharesNoCompositionWithTheLabelledOne() {
        Set<Map<Integer, Integer>> labelled = new HashSet<>();
        load("builtin:elastic-binaries").crystals().forEach(crystal -> labelled.add(reducedComposition(crystal)));
        Loaded found = load("builtin:unlabelled-small");
        assertEquals(List.of(), found.problems());
        assertEquals(2000, found.crystals().size());
        for (Crystal crystal : found.crystals()) {
            assertTrue(!labelled.contains(reducedComposition(crystal)), crystal.id());
            assertEquals(Map.of(), crystal.labels());
        }
    }

    @Test
    void prototypesAreCountedAndSeeded() {
        Loaded some = load("builtin:prototypes?count=30&seed=7");
        assertEquals(30, some.crystals().size());
        assertEquals(some.hash(), load("builtin:prototypes?seed=7&count=30").hash());
        assertNotEquals(some.hash(), load("builtin:prototypes?count=30&seed=8").hash());
        assertEquals(
                some.ids(), load("builtin:prototypes?count=40&seed=7").ids().subList(0, 30));
        assertEquals(1000, load("builtin:prototypes").crystals().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "builtin:elastic-binary|no data set builtin:elastic-binary comes with dssl. Did you mean elastic-binaries?"
                        + " Known are elastic-binaries, unlabelled-small, prototypes",
                "builtin:elastic-binaries?count=3|builtin:elastic-binaries takes no options, found \"?count=3\"",
                "builtin:prototypes?cout=3|builtin:prototypes has no option \"cout=3\". Did you mean count? Known are"
                        + " count=NUMBER and seed=NUMBER, as in builtin:prototypes?count=5000&seed=7",
                "builtin:prototypes?count=0|builtin:prototypes: count must be a whole number from 1 to 1000000, found \"0\"",
                "builtin:prototypes?seed=x|builtin:prototypes: seed must be a whole number, found \"x\""
            })
    void aWrongNameSaysWhatIsKnown(String source, String message) {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> load(source));
        assertEquals("run.yaml:3  data  " + message, e.getMessage());
    }

    @Test
    void everyBuiltinSetNamesItsOrigin() {
        List<String> lines = new Datasets()
                .attributions(List.of(
                        "folder", "builtin:unlabelled-small", "builtin:prototypes?seed=1", "builtin:unlabelled-small"));
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("builtin:unlabelled-small: ")
                && lines.get(0).contains("CC BY 4.0"));
        assertTrue(lines.get(1).startsWith("builtin:prototypes: "));
    }
}
