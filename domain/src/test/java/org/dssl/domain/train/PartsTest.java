package org.dssl.domain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Fold FOLD =
            Splits.kFold(200, 4, 0.2, RandomStream.of(3)).get(1);

    private static Set<Integer> train(double share) {
        Set<Integer> rows = new HashSet<>();
        Arrays.stream(Parts.trainedOn(FOLD, share, RandomStream.of(3)).train()).forEach(rows::add);
        return rows;
    }

    @Test
    void smallerSharesArePartsOfLargerOnes() {
        assertEquals(1, train(0.001).size());
        assertEquals(12, train(0.1).size());
        assertTrue(train(0.3).containsAll(train(0.1)));
        assertTrue(train(1).containsAll(train(0.3)));
        assertArrayEquals(
                FOLD.train(), Parts.trainedOn(FOLD, 1, RandomStream.of(3)).train());
    }

    @Test
    void validationAndTestStayAsTheyAre() {
        Fold less = Parts.trainedOn(FOLD, 0.1, RandomStream.of(3));
        assertArrayEquals(FOLD.validation(), less.validation());
        assertArrayEquals(FOLD.test(), less.test());
        assertEquals(FOLD.name(), less.name());
    }

    @Test
    void scoringTheValidationPartLeavesTheTestPartOut() {
        Fold scored = Parts.scoredOnValidation(FOLD);
        assertArrayEquals(FOLD.validation(), scored.test());
        assertArrayEquals(FOLD.train(), scored.train());
        Fold without = Splits.kFold(200, 4, 0, RandomStream.of(3)).get(1);
        assertThrows(IllegalArgumentException.class, () -> Parts.scoredOnValidation(without));
    }
}
