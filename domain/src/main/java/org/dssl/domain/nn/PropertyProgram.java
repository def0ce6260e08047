package org.dssl.domain.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;

/**
 * Predicts crystal properties: encoder, pooling, readout; the loss of fine-tuning.
 *
 * <p>Inputs: one view of graphs without prefix, {@value #TARGET} (G, targets), {@value #WEIGHT} (G, targets), 1 where the
 * target is known and 0 elsewhere. Values: {@value #PREDICTION} (G, targets), {@value #EMBEDDING} (G, d).
 */
public record PropertyProgram(
        Encoder encoder, int atomFeatures, int targets, Tap tap, Pooling pooling, Readout readout, Loss loss)
        implements Program {
    public static final String TARGET = "target";
    public static final String WEIGHT = "target.weight";
    public static final String PREDICTION = "prediction";
    public static final String EMBEDDING = "embedding";

    private static final String HEAD = "head/property";

    /** Mean absolute or mean squared error over known targets. */
    public enum Loss {
        L1,
        MSE
    }

    /** With a linear readout. */
    public PropertyProgram(Encoder encoder, int atomFeatures, int targets, Tap tap, Pooling pooling, Loss loss) {
        this(encoder, atomFeatures, targets, tap, pooling, Readout.LINEAR, loss);
    }

    @Override
    public List<InputSpec> inputs() {
        List<InputSpec> inputs = new ArrayList<>(GraphInputs.specs("", atomFeatures, encoder.readsAngles()));
        inputs.add(InputSpec.numbers(TARGET, targets));
        inputs.add(InputSpec.numbers(WEIGHT, targets));
        return inputs;
    }

    @Override
    public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
        TensorAlgebra<T> a = scope.algebra();
        GraphInputs<T> graph = GraphInputs.of(inputs, "", encoder.readsAngles());
        T embedding = pooling.embed(scope, tap, encoder.encode(scope, graph), graph);
        T prediction = readout.apply(scope, HEAD, embedding, targets);
        T difference = a.sub(prediction, inputs.numbers(TARGET));
        T error = loss == Loss.L1 ? a.abs(difference) : a.square(difference);
        T known = inputs.numbers(WEIGHT);
        T sum = a.total(a.sumColumns(a.mul(error, known)));
        T count = a.maximum(a.total(a.sumColumns(known)), a.scalar(1));
        return new Results<>(a.div(sum, count), Map.of(PREDICTION, prediction, EMBEDDING, embedding));
    }
}
