package org.dssl.adapters.tensorflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What a pass computes, and how to read it from a run. */
record Pass(Operand<TFloat32> loss, Map<String, Operand<TFloat32>> values) {

    /** Each value through a node of its own: two may be the same node, or an input, which cannot be read. */
    static Pass of(Ops tf, Program.Results<Node> results) {
        Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
        results.values().forEach((name, node) -> values.put(name, tf.identity(node.value)));
        return new Pass(tf.identity(results.loss().value), values);
    }

    List<Operand<?>> fetches() {
        List<Operand<?>> fetches = new java.util.ArrayList<>(values.values());
        fetches.add(0, loss);
        return fetches;
    }

    /** Asks for the loss and the values, at positions 0, 1, … */
    void fetch(Run run) {
        fetches().forEach(run::fetch);
    }

    TrainingSession.Outcome read(Run run) {
        double loss = run.values(0)[0];
        Map<String, Feeds.Numbers> numbers = new LinkedHashMap<>();
        int position = 1;
        for (String name : values.keySet()) {
            numbers.put(name, run.numbers(position++));
        }
        return new TrainingSession.Outcome(loss, numbers);
    }
}
