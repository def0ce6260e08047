package org.dssl.adapters.tensorflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Adds the gradients of a loss to its graph. */
final class Gradients {
    private Gradients() {}

    /** By parameter name; parameters that the loss does not reach are absent. */
    static Map<String, Operand<TFloat32>> of(Graph graph, Ops tf, Operand<TFloat32> loss, Weights weights) {
        Set<String> reached = upstream(loss);
        List<Weights.Weight> parameters = weights.all().stream()
                .filter(w -> w.trained()
                        && reached.contains(w.variable().value().op().name()))
                .toList();
        Map<String, Operand<TFloat32>> gradients = new LinkedHashMap<>();
        if (parameters.isEmpty()) {
            return gradients;
        }
        Output<?>[] x =
                parameters.stream().map(w -> w.variable().value().asOutput()).toArray(Output<?>[]::new);
        Output<?>[] start = {tf.constant(new float[][] {{1}}).asOutput()};
        Output<?>[] dx = graph.addGradients("gradients", new Output<?>[] {loss.asOutput()}, x, start);
        for (int i = 0; i < dx.length; i++) {
            gradients.put(parameters.get(i).name(), dx[i].expect(TFloat32.class));
        }
        return gradients;
    }

    /** Names of the operations from which a gradient can flow into this node: those behind a stop are not among them. */
    private static Set<String> upstream(Operand<?> node) {
        Set<String> seen = new HashSet<>();
        Deque<GraphOperation> open = new ArrayDeque<>();
        open.add((GraphOperation) node.op());
        while (!open.isEmpty()) {
            GraphOperation operation = open.poll();
            if (!seen.add(operation.name()) || operation.type().equals("StopGradient")) {
                continue;
            }
            for (Operand<?> input : operation.inputs()) {
                open.add((GraphOperation) input.op());
            }
        }
        return seen;
    }
}
