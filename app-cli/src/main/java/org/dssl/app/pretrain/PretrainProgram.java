package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.graph.GraphPacker.Directions;
import org.dssl.domain.nn.EdgeVectors;
import org.dssl.domain.nn.Encoded;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.nn.TermWeighting;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;
import org.dssl.ports.spi.Measure;
import org.dssl.ports.spi.PretextTask;

/**
 * Pretraining: every view is encoded once, in order, each with its own batch statistics; heads and losses of the tasks
 * follow; L = Σ weight · L_task (eq. 5 of the paper). Values: {@code loss/NAME} per task, {@code weighted/NAME} as it enters
 * the sum, and {@code measure/NAME/…}.
 */
record PretrainProgram(
        Encoder encoder, int atomFeatures, Tap tap, ViewPlan plan, List<LabelSpec> labels, TermWeighting weighting)
        implements Program {
    static final String CRYSTAL_WEIGHT = "crystal.weight";
    static final String TERM = "loss/";
    static final String WEIGHTED = "weighted/";
    static final String MEASURE = "measure/";

    PretrainProgram(Encoder encoder, int atomFeatures, Tap tap, ViewPlan plan, List<LabelSpec> labels) {
        this(encoder, atomFeatures, tap, plan, labels, TermWeighting.FIXED);
    }

    @Override
    public List<InputSpec> inputs() {
        List<InputSpec> inputs = new ArrayList<>();
        for (int v = 0; v < plan.views().size(); v++) {
            String prefix = ViewPlan.prefix(v);
            inputs.addAll(GraphInputs.specs(prefix, atomFeatures, encoder.readsAngles()));
            inputs.addAll(EdgeVectors.specs(prefix, plan.directions(v)));
        }
        for (LabelSpec label : labels) {
            inputs.add(InputSpec.numbers(label.input(), label.columns()));
            inputs.add(InputSpec.numbers(label.weightInput(), 1));
        }
        plan.tasks().stream()
                .filter(entry -> entry.weight().changes())
                .forEach(entry -> inputs.add(InputSpec.numbers(entry.weightInput(), 1)));
        inputs.add(InputSpec.numbers(CRYSTAL_WEIGHT, 1));
        return inputs;
    }

    @Override
    public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
        TensorAlgebra<T> a = scope.algebra();
        List<EncodedView<T>> views = new ArrayList<>();
        for (int v = 0; v < plan.views().size(); v++) {
            views.add(encode(scope, inputs, v));
        }
        Map<String, T> values = new LinkedHashMap<>();
        T loss = a.scalar(0);
        for (int t = 0; t < plan.tasks().size(); t++) {
            TaskEntry entry = plan.tasks().get(t);
            TaskOutputs<T> outputs = new TaskOutputs<>(scope, inputs, entry, views);
            TaskTargets<T> targets = new TaskTargets<>(inputs, t, entry.name(), labels);
            T term = entry.task().loss(a, outputs, targets);
            T weight = entry.weight().changes()
                    ? inputs.numbers(entry.weightInput())
                    : a.scalar(entry.weight().value());
            T weighted = weighting.term(scope, entry.name(), weight, term);
            values.put(TERM + entry.name(), term);
            values.put(WEIGHTED + entry.name(), weighted);
            measure(a, entry, outputs, targets, values);
            loss = a.add(loss, weighted);
        }
        return new Results<>(loss, values);
    }

    private <T> EncodedView<T> encode(Scope<T> scope, Inputs<T> inputs, int view) {
        String prefix = ViewPlan.prefix(view);
        GraphInputs<T> graph = GraphInputs.of(inputs, prefix, encoder.readsAngles());
        EdgeVectors<T> vectors = null;
        if (plan.directions(view) != Directions.NONE) {
            vectors = plan.directions(view) == Directions.MOVABLE
                    ? EdgeVectors.movable(scope, inputs, prefix, graph)
                    : EdgeVectors.fixed(scope, inputs, prefix, graph);
            graph = vectors.graph();
        }
        Encoded<T> encoded = encoder.encode(scope, graph);
        return new EncodedView<>(
                graph, tap.atoms(scope.algebra(), encoded), Pooling.MEAN.embed(scope, tap, encoded, graph), vectors);
    }

    private static <T> void measure(
            TensorAlgebra<T> a,
            TaskEntry entry,
            TaskOutputs<T> outputs,
            TaskTargets<T> targets,
            Map<String, T> values) {
        PretextTask task = entry.task();
        for (Measure measure : task.measures()) {
            values.put(measureName(entry, measure), task.measure(measure, a, outputs, targets));
        }
    }

    static String measureName(TaskEntry entry, Measure measure) {
        return MEASURE + entry.name() + "/" + measure.name();
    }
}
