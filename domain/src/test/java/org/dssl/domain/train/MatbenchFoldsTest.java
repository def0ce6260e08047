package org.dssl.domain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MatbenchFoldsTest {

    /** Written by scripts/make_matbench_reference.py. */
    @ParameterizedTest
    @CsvFileSource(resources = "matbench_folds.csv", numLinesToSkip = 1)
    void foldsAreThoseOfScikitLearn(int rows, int fold, int size, String first, String sha256) throws Exception {
        int[] foldOf = MatbenchFolds.of(rows);
        int[] test = IntStream.range(0, rows).filter(row -> foldOf[row] == fold).toArray();
        assertEquals(size, test.length);
        assertEquals(
                first, IntStream.of(test).limit(5).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
        String all = IntStream.of(test).mapToObj(Integer::toString).collect(Collectors.joining(","));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes("UTF-8"));
        assertEquals(sha256, HexFormat.of().formatHex(hash));
    }

    @Test
    void idsTellTheRowWhereOthersAreMissing() {
        int[] foldOf = MatbenchFolds.of(636);
        List<String> found = MatbenchFolds.of(List.of("mb-jdft2d-636", "mb-jdft2d-001"));
        assertEquals(List.of(Integer.toString(foldOf[635]), Integer.toString(foldOf[0])), found);
    }

    @Test
    void aWholeTaskUnderOtherNamesGoesByItsOrder() {
        List<String> ids = IntStream.range(0, 636).mapToObj(i -> "mine-" + i).toList();
        int[] foldOf = MatbenchFolds.of(636);
        assertEquals(Integer.toString(foldOf[17]), MatbenchFolds.of(ids).get(17));
    }

    @Test
    void whatIsNeitherIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> MatbenchFolds.of(List.of("a", "b")))
                .getMessage();
        assertTrue(message.contains("636, 1265, 4764, 10987"), message);
        assertThrows(IllegalArgumentException.class, () -> MatbenchFolds.of(List.of("mb-jdft2d-637")));
        assertThrows(IllegalArgumentException.class, () -> MatbenchFolds.of(List.of("mb-steels-001")));
    }
}
