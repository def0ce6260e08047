package org.dssl.ports.spi;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;

/**
 * A self-supervised task: which views of a crystal it needs, which heads stand on the encoder, what the labels are,
 * and the loss. Immutable; one task serves many threads.
 */
public interface PretextTask {

    /**
     * The task as it is for a data set: with the offsets and scales of its labels, for example. Asked once, before anything
     * else, with all crystals of pretraining; must not depend on their order.
     *
     * @throws IllegalArgumentException if the data lacks what the task needs; the message goes to the user
     */
    default PretextTask fit(List<Crystal> crystals) {
        return this;
    }

    /** The views that {@link #label} and {@link #loss} count by position; equal requests of all tasks are one view. */
    List<ViewRequest> views();

    /** Heads, each applied to every view of this task. */
    List<Head> heads();

    /** Writes what is to be predicted in view number {@code view} of one crystal; unknown is −1 or NaN. */
    void label(int view, View of, Labels into);

    /** The loss of a batch, (1, 1). */
    <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets);

    /** What to follow beside the loss. */
    default List<Measure> measures() {
        return List.of();
    }

    /** One of {@link #measures} for a batch, (1, 1). */
    default <T> T measure(Measure which, TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
        throw new UnsupportedOperationException(which.name());
    }

    /** Whether crystals of a batch enter one another's loss, as in Barlow Twins. */
    default boolean couplesCrystals() {
        return false;
    }
}
