package org.dssl.app.training;

import java.util.List;
import org.dssl.domain.program.Feeds;

/** The batches of a training, reproducible: a batch depends on epoch and number alone. */
public interface BatchSource {

    /** The order of rows, cut into batches. */
    Order order();

    /** Called from another thread than the one that trains. */
    Feeds batch(int epoch, int number);

    /** The ids of a batch's crystals, for messages. */
    List<String> crystals(int epoch, int number);

    default int batchesPerEpoch() {
        return order().batches();
    }

    /** How many crystals a batch holds: the weight of its loss in the epoch's mean. */
    default int size(int number) {
        return order().size(number);
    }
}
