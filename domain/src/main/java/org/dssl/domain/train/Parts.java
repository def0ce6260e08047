package org.dssl.domain.train;

import java.util.Arrays;
import org.dssl.domain.random.RandomStream;

/** Folds of which less is used than there is. */
public final class Parts {
    private Parts() {}

    /**
     * Trains on a share of the training rows, at least one; a smaller share is part of a larger one. Validation and test
     * parts stay as they are.
     *
     * @param share above 0, at most 1
     */
    public static Fold trainedOn(Fold fold, double share, RandomStream random) {
        int kept = (int) Math.max(1, Math.round(share * fold.train().length));
        int[] order = random.split("labels").split(fold.name()).permutation(fold.train().length);
        int[] train =
                Arrays.stream(order, 0, kept).sorted().map(i -> fold.train()[i]).toArray();
        return new Fold(fold.name(), fold.label(), fold.number(), train, fold.validation(), fold.test());
    }

    /**
     * Scores the validation part in place of the test part, whose rows are then in no part at all.
     *
     * @throws IllegalArgumentException if there is no validation part
     */
    public static Fold scoredOnValidation(Fold fold) {
        if (fold.validation().length == 0) {
            throw new IllegalArgumentException(fold.name() + " has no validation part to score");
        }
        return new Fold(fold.name(), fold.label(), fold.number(), fold.train(), fold.validation(), fold.validation());
    }
}
