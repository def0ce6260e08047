package org.dssl.adapters.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The program in training mode: its pass, the gradients of all parameters that the loss reaches, and the nodes that make
 * an optimiser step of them.
 */
final class TrainingPass {
    final Pass pass;
    final Operand<TInt64> seed;
    final Map<String, Operand<TFloat32>> gradients;
    final AdamW optimiser;
    private final List<Op> updates = new ArrayList<>();

    TrainingPass(
            Graph graph, Ops root, Program program, GraphInputNodes inputs, Weights weights, OptimiserOptions options) {
        Ops tf = root.withSubScope("training");
        seed = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
        PassScope scope = new PassScope(new TensorFlowAlgebra(tf), weights, seed);
        pass = Pass.of(program.run(scope, inputs)).scalars();
        gradients = Gradients.of(graph, tf, pass.loss(), weights);
        // Nothing may change before everything that wants the old values has read them.
        Op ready = tf.withControlDependencies(new ArrayList<>(pass.fetches())).noOp();
        Ops after = tf.withControlDependencies(ready);
        optimiser = new AdamW(tf, ready, options, weights, gradients);
        updates.addAll(optimiser.updates());
        scope.written()
                .forEach((name, value) -> updates.add(
                        after.assignVariableOp(weights.named(name).variable().handle(), value)));
    }

    List<Op> updates() {
        return updates;
    }
}
