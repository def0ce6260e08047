package org.dssl.domain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {
    private static final RandomStream RANDOM = RandomStream.of(7);

    @ParameterizedTest
    @CsvSource({"10,2,0", "11,5,0.1", "636,5,0.2", "7,7,0"})
    void everyRowTestsExactlyOnceAndPartsNeverOverlap(int rows, int folds, double validation) {
        List<Fold> result = Splits.kFold(rows, folds, validation, RANDOM);
        int[] tested = new int[rows];
        for (Fold fold : result) {
            int[] all = IntStream.of(fold.train(), fold.validation(), fold.test());
            Arrays.sort(all);
            assertArrayEquals(IntStream.range(rows), all, "each row stands in one part of " + fold.name());
            Arrays.stream(fold.test()).forEach(row -> tested[row]++);
            assertEquals(Math.round(validation * (rows - fold.test().length)), fold.validation().length);
            assertTrue(Math.abs(fold.test().length - (double) rows / folds) < 1, "parts differ by at most one");
        }
        assertTrue(Arrays.stream(tested).allMatch(count -> count == 1));
    }

    @Test
    void splitsFollowTheSeed() {
        assertArrayEquals(
                Splits.kFold(50, 5, 0, RANDOM).get(2).test(),
                Splits.kFold(50, 5, 0, RandomStream.of(7)).get(2).test());
        assertFalse(Arrays.equals(
                Splits.kFold(50, 5, 0, RANDOM).get(2).test(),
                Splits.kFold(50, 5, 0, RandomStream.of(8)).get(2).test()));
    }

    @Test
    void aColumnNamesTheTestRowsOfEachFold() {
        List<String> column = List.of("1", "2", "1", "4", "2", "4");
        List<Fold> folds = Splits.byColumn(column, List.of("2", "4"), 0, RANDOM);
        assertEquals(2, folds.size());
        assertArrayEquals(new int[] {1, 4}, folds.get(0).test());
        assertArrayEquals(new int[] {0, 2, 3, 5}, folds.get(0).train());
        assertEquals("fold-4", folds.get(1).name());
        assertThrows(IllegalArgumentException.class, () -> Splits.byColumn(column, List.of("3"), 0, RANDOM));
    }

    @Test
    void repeatsOfAHoldoutShareOneSplit() {
        List<Fold> repeats = Splits.holdout(100, 0.6, 0.2, 3, RANDOM);
        assertEquals(3, repeats.size());
        assertEquals(60, repeats.get(0).train().length);
        assertEquals(20, repeats.get(0).validation().length);
        assertEquals(20, repeats.get(0).test().length);
        assertArrayEquals(repeats.get(0).test(), repeats.get(2).test());
        assertEquals("repeat-2", repeats.get(2).name());
    }

    /** Concatenation and ranges of row numbers. */
    private static final class IntStream {
        static int[] of(int[]... parts) {
            return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
        }

        static int[] range(int size) {
            return java.util.stream.IntStream.range(0, size).toArray();
        }
    }
}
