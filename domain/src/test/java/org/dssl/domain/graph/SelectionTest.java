package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void everyRankIsThatOfTheSortedValuesWithAndWithoutTies() {
        RandomStream random = RandomStream.of(3);
        for (int draw = 0; draw < 300; draw++) {
            int size = 1 + random.nextInt(40);
            int different = 1 + random.nextInt(60);
            double[] values = new double[size + 2]; // what lies beyond is not touched
            for (int i = 0; i < size; i++) {
                values[i] = random.nextInt(different) / 7.0;
            }
            double[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            for (int rank = 0; rank < size; rank++) {
                assertEquals(sorted[rank], Selection.smallest(values.clone(), size, rank));
            }
        }
    }
}
