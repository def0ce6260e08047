package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.nn.Encoded;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.nn.Linear;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.Targets;

/**
 * Pretraining: every view is encoded once, in order, each with its own batch statistics; heads and losses of the tasks
 * follow; L = Σ weight · L_task (eq. 5 of the paper). Values: {@code loss/NAME} per task, unweighted.
 */
record PretrainProgram(Encoder encoder, int atomFeatures, Tap tap, ViewPlan plan, List<LabelSpec> labels)
        implements Program {
    static final String CRYSTAL_WEIGHT = "crystal.weight";
    static final String TERM = "loss/";

    @Override
    public List<InputSpec> inputs() {
        List<InputSpec> inputs = new ArrayList<>();
        for (int v = 0; v < plan.views().size(); v++) {
            inputs.addAll(GraphInputs.specs(ViewPlan.prefix(v), atomFeatures, encoder.readsAngles()));
        }
        for (LabelSpec label : labels) {
            inputs.add(InputSpec.numbers(label.input(), label.columns()));
            inputs.add(InputSpec.numbers(label.weightInput(), 1));
        }
        inputs.add(InputSpec.numbers(CRYSTAL_WEIGHT, 1));
        return inputs;
    }

    @Override
    public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
        TensorAlgebra<T> a = scope.algebra();
        List<Embedded<T>> views = new ArrayList<>();
        for (int v = 0; v < plan.views().size(); v++) {
            GraphInputs<T> graph = GraphInputs.of(inputs, ViewPlan.prefix(v), encoder.readsAngles());
            Encoded<T> encoded = encoder.encode(scope, graph);
            views.add(new Embedded<>(tap.atoms(a, encoded), Pooling.MEAN.embed(scope, tap, encoded, graph)));
        }
        Map<String, T> values = new LinkedHashMap<>();
        T loss = a.scalar(0);
        for (int t = 0; t < plan.tasks().size(); t++) {
            TaskEntry entry = plan.tasks().get(t);
            TaskOutputs<T> outputs = new TaskOutputs<>(scope, inputs, entry, views);
            T term = entry.task().loss(a, outputs, new TaskTargets<>(inputs, t, entry.name(), labels));
            values.put(TERM + entry.name(), term);
            loss = a.add(loss, a.scale(term, entry.weight()));
        }
        return new Results<>(loss, values);
    }

    /** Embeddings of a view: atoms (V, d), crystals (G, d). */
    private record Embedded<T>(T atoms, T crystals) {}

    private static final class TaskOutputs<T> implements Outputs<T> {
        private final Map<String, T> heads = new HashMap<>();
        private final Inputs<T> inputs;
        private final TaskEntry entry;
        private final List<Embedded<T>> views;

        TaskOutputs(Scope<T> scope, Inputs<T> inputs, TaskEntry entry, List<Embedded<T>> views) {
            this.inputs = inputs;
            this.entry = entry;
            this.views = views;
            for (int v = 0; v < entry.views().size(); v++) {
                for (Head head : entry.task().heads()) {
                    heads.put(key(head.name(), v), apply(scope, head, input(head, v)));
                }
            }
        }

        private static String key(String head, int view) {
            return head + "@" + view;
        }

        private T input(Head head, int view) {
            if (head.after() != null) {
                return of(head.after(), view);
            }
            Embedded<T> embedded = views.get(entry.views().get(view));
            return head.rows() == Head.Rows.ATOM ? embedded.atoms() : embedded.crystals();
        }

        private T apply(Scope<T> scope, Head head, T x) {
            T result = x;
            for (int k = 0; k < head.widths().size(); k++) {
                String name = "head/" + entry.name() + "/" + head.name() + "/" + k;
                result = Linear.apply(scope, name, result, head.widths().get(k));
                if (k < head.widths().size() - 1) {
                    result = scope.algebra().softplus(result);
                }
            }
            return result;
        }

        @Override
        public T of(String head, int view) {
            T output = heads.get(key(head, view));
            if (output == null) {
                throw new IllegalArgumentException("task '" + entry.name() + "' asks for head '" + head + "' of view "
                        + view + "; it has " + heads.keySet());
            }
            return output;
        }

        @Override
        public T crystals(int view) {
            return views.get(entry.views().get(view)).crystals();
        }

        @Override
        public T crystalWeights(int view) {
            return inputs.numbers(CRYSTAL_WEIGHT);
        }
    }

    private record TaskTargets<T>(Inputs<T> inputs, int task, String name, List<LabelSpec> labels)
            implements Targets<T> {

        private LabelSpec spec(String label, int view) {
            return labels.stream()
                    .filter(l ->
                            l.task() == task && l.view() == view && l.name().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("task '" + name + "' asks for label '" + label
                            + "' of view " + view + ", which it does not set"));
        }

        @Override
        public T of(String label, int view) {
            return inputs.numbers(spec(label, view).input());
        }

        @Override
        public T weights(String label, int view) {
            return inputs.numbers(spec(label, view).weightInput());
        }
    }
}
