package org.dssl.app.training;

import java.util.Map;
import java.util.TreeMap;
import org.dssl.domain.program.TrainingSession;

/** Running means over an epoch of the loss and of every scalar value, weighted by batch size. */
final class Means {
    private final Map<String, Double> sums;
    private double weight;

    /** Goes on from sums that were saved. */
    Means(Map<String, Double> sums, double weight) {
        this.sums = new TreeMap<>(sums);
        this.weight = weight;
    }

    void add(TrainingSession.Outcome outcome, int size) {
        weight += size;
        sums.merge("loss", size * outcome.loss(), Double::sum);
        outcome.values().forEach((name, value) -> {
            if (value.values().length == 1) {
                sums.merge(name, size * value.values()[0], Double::sum);
            }
        });
    }

    double of(String name) {
        return sums.get(name) / weight;
    }

    Map<String, Double> all() {
        Map<String, Double> means = new TreeMap<>();
        sums.keySet().forEach(name -> means.put(name, of(name)));
        return means;
    }

    Position at(int epoch, int batch) {
        return new Position(epoch, batch, Map.copyOf(sums), weight);
    }
}
