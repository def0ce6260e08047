package org.dssl.app;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which of a run's networks embeds.
 *
 * @param pretrained the encoder as pretraining left it; crystals are then the mean of their atoms
 * @param variant of the fine-tuned networks; the first of the run's table if empty
 * @param fold or repeat, by number; the first finished one if empty
 */
public record EmbeddingChoice(boolean pretrained, Optional<String> variant, OptionalInt fold) {

    /** The first fold of the first variant. */
    public static final EmbeddingChoice FIRST = new EmbeddingChoice(false, Optional.empty(), OptionalInt.empty());

    public static final EmbeddingChoice PRETRAINED = new EmbeddingChoice(true, Optional.empty(), OptionalInt.empty());
}
