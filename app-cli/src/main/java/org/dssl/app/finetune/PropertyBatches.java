package org.dssl.app.finetune;

import java.util.Arrays;
import java.util.List;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.training.BatchSource;
import org.dssl.app.training.Order;
import org.dssl.domain.program.Feeds;

/**
 * Batches of fine-tuning.
 *
 * @param targets per crystal of the data set, standardised
 */
record PropertyBatches(PropertyFeeds feeds, List<PreparedCrystal> crystals, double[][] targets, Order order)
        implements BatchSource {

    @Override
    public Feeds batch(int epoch, int number) {
        int[] rows = order.rows(epoch, number);
        return feeds.of(
                Arrays.stream(rows).mapToObj(crystals::get).toList(),
                Arrays.stream(rows).mapToObj(row -> targets[row]).toArray(double[][]::new));
    }

    @Override
    public List<String> crystals(int epoch, int number) {
        return Arrays.stream(order.rows(epoch, number))
                .mapToObj(row -> crystals.get(row).crystal().id())
                .toList();
    }
}
