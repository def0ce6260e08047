package org.dssl.app.pretrain;

import java.util.List;
import org.dssl.domain.program.Inputs;
import org.dssl.ports.spi.Targets;

/** The labels of one task, from the inputs of the program. */
record TaskTargets<T>(Inputs<T> inputs, int task, String name, List<LabelSpec> labels) implements Targets<T> {

    private LabelSpec spec(String label, int view) {
        return labels.stream()
                .filter(l -> l.task() == task && l.view() == view && l.name().equals(label))
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
