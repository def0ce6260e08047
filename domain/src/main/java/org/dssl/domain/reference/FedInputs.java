package org.dssl.domain.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;

/** A batch as tensors, checked against what the program declares. */
final class FedInputs implements Inputs<Tensor> {
    private final Map<String, Tensor> numbers = new HashMap<>();
    private final Map<String, Index> indices = new HashMap<>();

    private FedInputs() {}

    /** @throws IllegalArgumentException if the batch lacks an input or has one of another width */
    static FedInputs of(List<InputSpec> specs, Feeds feeds) {
        FedInputs inputs = new FedInputs();
        for (InputSpec spec : specs) {
            if (spec.isIndex()) {
                Feeds.Indices fed = feeds.index(spec.name());
                inputs.indices.put(spec.name(), new RowIndex(fed.ids(), fed.range()));
            } else {
                inputs.numbers.put(spec.name(), tensor(spec, feeds.numbers(spec.name())));
            }
        }
        return inputs;
    }

    /** One row of zeros for each input, every index pointing to the first row. */
    static FedInputs forTracing(List<InputSpec> specs) {
        FedInputs inputs = new FedInputs();
        for (InputSpec spec : specs) {
            if (spec.isIndex()) {
                inputs.indices.put(spec.name(), RowIndex.TRACING);
            } else {
                inputs.numbers.put(spec.name(), Tensor.constant(new double[spec.columns()], 1, spec.columns()));
            }
        }
        return inputs;
    }

    private static Tensor tensor(InputSpec spec, Feeds.Numbers fed) {
        if (fed.columns() != spec.columns()) {
            throw new IllegalArgumentException(
                    "input '" + spec.name() + "' needs " + spec.columns() + " columns, the batch has " + fed.columns());
        }
        return Tensor.constant(fed.values(), fed.rows(), fed.columns());
    }

    @Override
    public Tensor numbers(String name) {
        return declared(numbers, name);
    }

    @Override
    public Index index(String name) {
        return declared(indices, name);
    }

    private static <V> V declared(Map<String, V> inputs, String name) {
        V value = inputs.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the program reads input '" + name + "' but does not declare it. "
                    + Suggestions.didYouMean(name, inputs.keySet()) + "Declared: " + inputs.keySet());
        }
        return value;
    }
}
