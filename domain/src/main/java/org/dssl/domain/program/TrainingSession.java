package org.dssl.domain.program;

import java.util.Map;

/**
 * A program opened on a backend, with its weights. Not thread-safe; owns native memory until closed, and refuses to
 * work afterwards with {@link IllegalStateException}.
 */
public interface TrainingSession extends AutoCloseable {

    /** Values of one pass by the names of {@link Program.Results#values}, and the loss as {@code loss}. */
    record Outcome(double loss, Map<String, Feeds.Numbers> values) {
        public double scalar(String name) {
            return values.get(name).values()[0];
        }
    }

    /**
     * One optimiser step in training mode. The outcome is of the weights before the step.
     *
     * @param seed of this step's dropout
     */
    Outcome step(Feeds feeds, double learningRate, long seed);

    /** A pass in evaluation mode: running statistics, no dropout, nothing changes. */
    Outcome evaluate(Feeds feeds);

    /** Gradients of the loss by parameter name, in training mode, changing nothing. */
    Map<String, double[]> gradients(Feeds feeds, long seed);

    /** A copy of the current state. */
    ModelState state();

    /**
     * Replaces what the state names; other weights stay. Empty moments reset the optimiser.
     *
     * @throws IllegalArgumentException if a name is unknown to the program or a shape differs
     */
    void restore(ModelState state);

    /** Draws all parameters anew, as if opened with this seed, and forgets the optimiser's state. */
    void reset(long seed);

    @Override
    void close();
}
