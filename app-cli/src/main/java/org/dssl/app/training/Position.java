package org.dssl.app.training;

import java.util.Map;

/**
 * Where a training stands, between two steps.
 *
 * @param epoch of the next batch, from 0
 * @param batch the next one, from 0
 * @param sums of the epoch's losses so far, by name, each weighted by its batch's size
 * @param weight sum of those sizes
 */
public record Position(int epoch, int batch, Map<String, Double> sums, double weight) {
    public static final Position START = atEpoch(0);

    public static Position atEpoch(int epoch) {
        return new Position(epoch, 0, Map.of(), 0);
    }
}
