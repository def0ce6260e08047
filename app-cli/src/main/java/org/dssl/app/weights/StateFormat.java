package org.dssl.app.weights;

import java.util.List;
import java.util.Optional;
import org.dssl.app.config.RunConfig;

/** A reference implementation's state dictionary: one class per encoder that has one. */
public interface StateFormat {

    /** All that can be imported and exported. */
    List<StateFormat> ALL = List.of(new DeeperGatGnnNames(), new AlignnNames(), new CgcnnNames());

    /** The encoder's name in a configuration. */
    String encoder();

    /** Whether these look like the names of this reference. */
    boolean recognises(Shapes theirs);

    /**
     * The network that a state dictionary of the reference belongs to.
     *
     * @throws org.dssl.domain.problem.InvalidInputException if its sizes cannot be read
     */
    Network ofReference(Shapes theirs);

    /**
     * The network that our weights belong to, as the reference would hold it.
     *
     * @throws org.dssl.domain.problem.InvalidInputException if the reference has no such network
     */
    Network ofOurs(Shapes ours);

    /** Settings of a run that the reference does not have, as {@code key.path: value}: there, predictions differ. */
    List<String> differences(RunConfig config);

    /** Whether the reference has the encoder as a network of its own, without a property head. */
    boolean encoderAlone();

    /**
     * A network of certain sizes.
     *
     * @param sizes in words, for people
     * @param outputs of the property head; 0 without one
     * @param rangeNeeded whether lengths are scaled by a data set's range, without which nothing can be predicted
     * @param settings what a configuration must say
     */
    record Network(String sizes, NameTable names, int outputs, boolean rangeNeeded, Settings settings) {}

    /**
     * Sections of a configuration, each a flow mapping without braces.
     *
     * @param preset to start from
     * @param encoder type and sizes
     * @param graph what differs from preset and defaults
     * @param finetune the same
     */
    record Settings(Optional<String> preset, String encoder, Optional<String> graph, String finetune) {}
}
