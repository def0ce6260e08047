package org.dssl.domain.nn;

import java.util.List;
import java.util.Map;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;

/**
 * What a trained network makes of atoms and crystals, without its head.
 *
 * <p>Inputs: one view of graphs without prefix. Values: {@value #ATOMS} (V, d), the encoder's atoms before the global
 * attention, which are of the same size in every crystal; {@value #CRYSTALS} (G, any), what the head reads. The loss is
 * zero: nothing is trained.
 */
public record EmbeddingProgram(Encoder encoder, int atomFeatures, Tap tap, Pooling pooling) implements Program {
    public static final String ATOMS = "atoms";
    public static final String CRYSTALS = "crystals";

    @Override
    public List<InputSpec> inputs() {
        return GraphInputs.specs("", atomFeatures, encoder.readsAngles());
    }

    @Override
    public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
        GraphInputs<T> graph = GraphInputs.of(inputs, "", encoder.readsAngles());
        Encoded<T> encoded = encoder.encode(scope, graph);
        T crystals = pooling.embed(scope, tap, encoded, graph);
        return new Results<>(scope.algebra().scalar(0), Map.of(ATOMS, encoded.atoms(), CRYSTALS, crystals));
    }
}
