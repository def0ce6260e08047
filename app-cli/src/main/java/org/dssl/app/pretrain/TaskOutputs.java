package org.dssl.app.pretrain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.Scope;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Outputs;

/** What the heads of one task give. */
final class TaskOutputs<T> implements Outputs<T> {
    private final Map<String, T> heads = new HashMap<>();
    private final Scope<T> scope;
    private final Inputs<T> inputs;
    private final TaskEntry entry;
    private final List<EncodedView<T>> views;
    private final HeadLayers<T> layers;

    TaskOutputs(Scope<T> scope, Inputs<T> inputs, TaskEntry entry, List<EncodedView<T>> views) {
        this.scope = scope;
        this.inputs = inputs;
        this.entry = entry;
        this.views = views;
        this.layers = new HeadLayers<>(scope, "head/" + entry.name() + "/");
        for (int v = 0; v < entry.views().size(); v++) {
            for (Head head : entry.task().heads()) {
                T before = head.after() == null ? null : of(head.after(), v);
                heads.put(key(head.name(), v), layers.apply(head, view(v), before));
            }
        }
    }

    private EncodedView<T> view(int own) {
        return views.get(entry.views().get(own));
    }

    private static String key(String head, int view) {
        return head + "@" + view;
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
        return view(view).crystals();
    }

    @Override
    public T crystalWeights(int view) {
        return inputs.numbers(PretrainProgram.CRYSTAL_WEIGHT);
    }

    @Override
    public T sumOverAtoms(T perAtom, int view) {
        GraphInputs<T> graph = view(view).graph();
        TensorAlgebra<T> a = scope.algebra();
        return a.segmentSum(a.mul(perAtom, graph.atomMultiplicity()), graph.atomCrystal());
    }

    @Override
    public T atomCounts(int view) {
        GraphInputs<T> graph = view(view).graph();
        return scope.algebra().segmentSum(graph.atomMultiplicity(), graph.atomCrystal());
    }

    @Override
    public T project(String name, T x, Integer... widths) {
        return layers.layers("head/" + entry.name() + "/" + name, x, List.of(widths), 0);
    }
}
