package org.dssl.app.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.nn.PropertyProgram;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.TrainingSession;

/**
 * Feeds of the property program.
 *
 * @param targets how many the program predicts
 */
record PropertyFeeds(GraphPacker packer, int targets) {
    private static final int EVALUATION_BATCH = 128;

    /** @param values per crystal, standardised, NaN where unknown; null if nothing is known */
    Feeds of(List<PreparedCrystal> crystals, double[][] values) {
        Feeds feeds = new Feeds();
        packer.pack(
                crystals.stream()
                        .map(c -> new GraphPacker.Item(c.crystal(), c.packed(), null))
                        .toList(),
                "",
                feeds);
        double[] target = new double[crystals.size() * targets];
        double[] weight = new double[crystals.size() * targets];
        for (int i = 0; values != null && i < values.length; i++) {
            for (int t = 0; t < targets; t++) {
                if (!Double.isNaN(values[i][t])) {
                    target[i * targets + t] = values[i][t];
                    weight[i * targets + t] = 1;
                }
            }
        }
        return feeds.numbers(PropertyProgram.TARGET, target, crystals.size(), targets)
                .numbers(PropertyProgram.WEIGHT, weight, crystals.size(), targets);
    }

    /** Predictions in evaluation mode, standardised, one row per crystal. */
    double[][] predict(TrainingSession session, List<PreparedCrystal> crystals) {
        List<double[]> rows = new ArrayList<>();
        for (int from = 0; from < crystals.size(); from += EVALUATION_BATCH) {
            List<PreparedCrystal> batch = crystals.subList(from, Math.min(crystals.size(), from + EVALUATION_BATCH));
            double[] values = session.evaluate(of(batch, null))
                    .values()
                    .get(PropertyProgram.PREDICTION)
                    .values();
            IntStream.range(0, batch.size())
                    .mapToObj(i -> java.util.Arrays.copyOfRange(values, i * targets, (i + 1) * targets))
                    .forEach(rows::add);
        }
        return rows.toArray(double[][]::new);
    }
}
