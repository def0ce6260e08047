package org.dssl.app.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.TrainingSession;

/** Stops a training that has gone astray, before a checkpoint is made of it. */
final class Finite {
    private static final String ADVICE = " A lower rate or clip-norm: 1 usually helps; the last checkpoint is kept.";
    /** So many times the loss of the first step: no training comes back from there. */
    private static final double EXPLODED = 1e6;

    private Double firstLoss;

    /** @throws InvalidInputException naming step, terms and crystals if the loss is not finite or has exploded */
    void check(TrainingSession.Outcome outcome, BatchSource batches, int epoch, int batch) {
        double loss = outcome.loss();
        if (firstLoss == null) {
            firstLoss = Math.abs(loss);
        }
        // Losses like the contrastive cosine start near zero, and may grow well beyond it.
        boolean exploded = Math.abs(loss) > EXPLODED * Math.max(1, firstLoss);
        if (Double.isFinite(loss) && !exploded) {
            return;
        }
        List<String> terms = new ArrayList<>();
        outcome.values().forEach((name, value) -> {
            if (value.values().length == 1) {
                terms.add(name + " = " + value.values()[0]);
            }
        });
        long step = (long) epoch * batches.batchesPerEpoch() + batch + 1;
        throw new InvalidInputException(
                "epoch " + (epoch + 1) + ", batch " + (batch + 1) + ", step " + step,
                "the loss " + (exploded && Double.isFinite(loss) ? "exploded: it is " : "is ") + loss
                        + (terms.isEmpty() ? "" : ": " + String.join(", ", terms)) + "." + ADVICE
                        + "\nCrystals of this batch: " + String.join(", ", batches.crystals(epoch, batch)));
    }

    /** @throws InvalidInputException if a weight is not finite */
    static void require(ModelState state, Position position) {
        for (NamedArray array : state.weights().values()) {
            if (!Arrays.stream(array.values()).allMatch(Double::isFinite)) {
                throw new InvalidInputException(
                        "epoch " + (position.epoch() + (position.batch() > 0 ? 1 : 0)),
                        "the weights " + array.name() + " are not finite any more." + ADVICE);
            }
        }
    }
}
