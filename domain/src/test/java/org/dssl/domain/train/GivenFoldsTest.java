package org.dssl.domain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.GivenFolds.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenFoldsTest {
    private static final RandomStream RANDOM = RandomStream.of(7);
    private static final int[] OFFICIAL = MatbenchFolds.of(636);

    private static String id(int row) {
        return String.format("mb-jdft2d-%03d", row + 1);
    }

    private static List<Given> official(boolean withTrain) {
        return IntStream.range(0, 5)
                .mapToObj(fold ->
                        new Given(String.valueOf(fold), withTrain ? ids(fold, false) : List.of(), ids(fold, true)))
                .toList();
    }

    private static List<String> ids(int fold, boolean test) {
        return IntStream.range(0, 636)
                .filter(row -> (OFFICIAL[row] == fold) == test)
                .mapToObj(GivenFoldsTest::id)
                .toList();
    }

    /** Also where rows are missing, whole folds of them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOfficialFoldsFromAFileAreTheOfficialFolds(boolean withTrain) {
        List<String> ids = IntStream.range(0, 636)
                .filter(row -> OFFICIAL[row] != 0 && row % 7 != 3)
                .mapToObj(GivenFoldsTest::id)
                .toList();
        List<Fold> expected = Splits.byColumn(MatbenchFolds.of(ids), List.of(), 0.1, RANDOM);
        GivenFolds given = new GivenFolds(ids, official(withTrain));
        List<Fold> folds = given.folds(List.of(), 0.1, RANDOM);
        assertEquals(4, folds.size());
        assertSame(expected, folds);
        assertEquals(List.of("0"), given.withoutTest());
        assertEquals(636 - ids.size(), given.absent());
        assertEquals(636, given.named());
    }

    private static void assertSame(List<Fold> expected, List<Fold> found) {
        assertEquals(expected.size(), found.size());
        for (int f = 0; f < expected.size(); f++) {
            assertEquals(expected.get(f).name(), found.get(f).name());
            assertEquals(expected.get(f).label(), found.get(f).label());
            assertArrayEquals(expected.get(f).train(), found.get(f).train());
            assertArrayEquals(expected.get(f).validation(), found.get(f).validation());
            assertArrayEquals(expected.get(f).test(), found.get(f).test());
        }
    }

    @Test
    void theValidationPartComesOutOfTheTrainingPart() {
        List<String> ids = List.of("a", "b", "c", "d", "e", "f");
        Given given = new Given("x", List.of("a", "b", "c", "d"), List.of("e"));
        Fold fold = new GivenFolds(ids, List.of(given, new Given("y", List.of(), List.of("f"))))
                .folds(List.of("x"), 0.5, RANDOM)
                .get(0);
        assertEquals("fold-x", fold.name());
        assertEquals(2, fold.validation().length);
        assertArrayEquals(
                new int[] {0, 1, 2, 3},
                IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.validation()))
                        .sorted()
                        .toArray());
        assertArrayEquals(new int[] {4}, fold.test());
    }

    /** From 0 as in Matbench's own files; from 1 as in its ids where there are leading zeros. */
    @ParameterizedTest
    @ValueSource(strings = {"%d", "%03d"})
    void bareNumbersAreRowsOfTheTask(String format) {
        int first = format.equals("%d") ? 0 : 1;
        List<String> bare = IntStream.range(0, 636)
                .mapToObj(row -> String.format(format, row + first))
                .toList();
        List<Fold> expected = Splits.byColumn(
                Arrays.stream(OFFICIAL).mapToObj(String::valueOf).toList(), List.of(), 0, RANDOM);
        assertSame(expected, new GivenFolds(bare, official(true)).folds(List.of(), 0, RANDOM));
    }

    @Test
    void idsThatAgreeAsTheyStandAreTakenAsTheyStand() {
        List<Fold> folds = new GivenFolds(
                        List.of("1", "0", "2"),
                        List.of(new Given("a", List.of(), List.of("0", "1")), new Given("b", List.of(), List.of("2"))))
                .folds(List.of(), 0, RANDOM);
        assertArrayEquals(new int[] {0, 1}, folds.get(0).test());
        assertArrayEquals(new int[] {2}, folds.get(1).test());
    }

    @Test
    void rowsThatNoFoldNamesAreNamed() {
        String message = refused(List.of("mb-jdft2d-001", "mine", "a", "b", "c"));
        assertTrue(
                message.startsWith("4 of the 5 crystals are in none of its folds: mine, a, b, …. Its ids are such as"
                        + " mb-jdft2d-"),
                message);
    }

    @Test
    void numbersOfAnotherTaskAreNotTakenForRows() {
        refused(List.of("mb-phonons-0001", "mb-phonons-0002"));
        refused(List.of("636"));
    }

    private static String refused(List<String> ids) {
        return assertThrows(IllegalArgumentException.class, () -> new GivenFolds(ids, official(false)))
                .getMessage();
    }

    @Test
    void aFoldThatCannotBeTestedIsRefused() {
        GivenFolds folds = new GivenFolds(ids(1, true), official(false));
        for (String name : List.of("7", "0", "1")) {
            String message = assertThrows(IllegalArgumentException.class, () -> folds.folds(List.of(name), 0, RANDOM))
                    .getMessage();
            assertTrue(message.contains("fold " + name), message);
        }
    }
}
