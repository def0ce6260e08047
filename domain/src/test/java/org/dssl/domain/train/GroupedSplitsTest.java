package org.dssl.domain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class GroupedSplitsTest {
    private static final int ROWS = 300;

    /** Groups of several sizes, many of each. */
    private static final List<String> GROUPS =
            IntStream.range(0, ROWS).mapToObj(row -> "g" + row * row % 97).toList();

    private static List<Fold> folds(long seed) {
        return Splits.grouped(GROUPS, 4, 0.2, RandomStream.of(seed));
    }

    private static Set<String> groups(int[] rows) {
        return Arrays.stream(rows).mapToObj(GROUPS::get).collect(Collectors.toSet());
    }

    @Test
    void noGroupIsInTwoPartsOfAFold() {
        for (Fold fold : folds(3)) {
            Set<String> seen = new HashSet<>();
            for (int[] part : List.of(fold.train(), fold.validation(), fold.test())) {
                groups(part).forEach(group -> assertTrue(seen.add(group), group + " is in two parts"));
            }
            assertEquals(ROWS, fold.train().length + fold.validation().length + fold.test().length);
            assertTrue(fold.validation().length > 0);
        }
    }

    @Test
    void everyRowIsTestedOnceAndFoldsAreOfLikeSize() {
        int[] tested = folds(3).stream()
                .flatMapToInt(fold -> Arrays.stream(fold.test()))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, ROWS).toArray(), tested);
        for (Fold fold : folds(3)) {
            assertEquals(ROWS / 4.0, fold.test().length, ROWS * 0.05);
        }
    }

    @Test
    void theSeedDecidesWhichGroupsGoTogether() {
        assertArrayEquals(folds(3).get(0).test(), folds(3).get(0).test());
        assertTrue(!Arrays.equals(folds(3).get(0).test(), folds(4).get(0).test()));
    }

    @Test
    void fewerGroupsThanFoldsAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> Splits.grouped(List.of("a", "a", "b"), 3, 0, RandomStream.of(1)));
    }
}
