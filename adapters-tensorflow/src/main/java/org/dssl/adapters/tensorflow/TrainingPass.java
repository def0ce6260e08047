package org.dssl.adapters.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
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
    final Map<String, Operand<TFloat32>> gradients = new LinkedHashMap<>();
    final AdamW optimiser;
    private final List<Op> updates = new ArrayList<>();

    TrainingPass(Ops root, Program program, GraphInputNodes inputs, Weights weights, OptimiserOptions options) {
        Ops tf = root.withSubScope("training");
        seed = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
        TensorFlowAlgebra algebra = new TensorFlowAlgebra(tf);
        PassScope scope = new PassScope(algebra, weights, seed);
        Program.Results<Node> results = program.run(scope, inputs);
        pass = Pass.of(tf, results);
        differentiate(algebra, results.loss(), scope.parameters());
        // Nothing may change before everything that wants the old values has read them.
        Op ready = tf.withControlDependencies(new ArrayList<>(pass.fetches())).noOp();
        Ops after = tf.withControlDependencies(ready);
        optimiser = new AdamW(tf, ready, options, weights, gradients);
        updates.addAll(optimiser.updates());
        scope.written()
                .forEach((name, node) -> updates.add(
                        after.assignVariableOp(weights.named(name).variable().handle(), node.value)));
    }

    private void differentiate(TensorFlowAlgebra algebra, Node loss, Map<String, Node> parameters) {
        Map<Node, Node> byNode = Gradients.of(algebra, loss, parameters.values());
        parameters.forEach((name, node) -> {
            if (byNode.containsKey(node)) {
                gradients.put(name, byNode.get(node).value);
            }
        });
    }

    List<Op> updates() {
        return updates;
    }
}
