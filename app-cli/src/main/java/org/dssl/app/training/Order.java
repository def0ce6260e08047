package org.dssl.app.training;

import java.util.Arrays;
import org.dssl.domain.random.RandomStream;

/** The shuffled order of rows in an epoch, cut into batches of nearly equal size, so that none is a lone leftover. */
public record Order(int[] rows, int batch, RandomStream random) {

    public int batches() {
        return Math.max(1, (rows.length + batch - 1) / batch);
    }

    public int size(int number) {
        return end(number) - end(number - 1);
    }

    private int end(int number) {
        return (int) ((long) (number + 1) * rows.length / batches());
    }

    /** The rows of a batch, shuffled anew each epoch. */
    public int[] rows(int epoch, int number) {
        int[] order = random.split("order").split(epoch).permutation(rows.length);
        return Arrays.stream(order, end(number - 1), end(number))
                .map(i -> rows[i])
                .toArray();
    }
}
