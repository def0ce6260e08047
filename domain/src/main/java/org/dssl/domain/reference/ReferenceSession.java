package org.dssl.domain.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;

/** Interprets a program in the reference algebra. */
public final class ReferenceSession implements TrainingSession {
    private final Program program;
    private final AdamW optimiser;
    private final Map<String, NamedArray> weights = new LinkedHashMap<>();
    private RandomStream initial;
    private boolean closed;

    public ReferenceSession(Program program, OptimiserOptions options, long seed) {
        this.program = program;
        this.optimiser = new AdamW(options);
        reset(seed);
    }

    @Override
    public void reset(long seed) {
        requireOpen();
        initial = RandomStream.of(seed).split("parameters");
        weights.clear();
        optimiser.forget();
        // A batch without rows lets the program name all its parameters.
        Feeds empty = new Feeds();
        for (InputSpec input : program.inputs()) {
            if (input.isIndex()) {
                empty.index(input.name(), new int[0], 0);
            } else {
                empty.numbers(input.name(), new double[0], 0, input.columns());
            }
        }
        pass(empty, true, 0);
    }

    private record Pass(ReferenceAlgebra algebra, ReferenceScope scope, Program.Results<Value> results) {
        Map<String, Value> gradients() {
            Map<Value, Value> byValue =
                    algebra.gradients(results.loss(), scope.parameters().values());
            Map<String, Value> gradients = new LinkedHashMap<>();
            scope.parameters().forEach((name, value) -> {
                if (byValue.containsKey(value)) {
                    gradients.put(name, byValue.get(value));
                }
            });
            return gradients;
        }

        Outcome outcome() {
            Map<String, Feeds.Numbers> values = new HashMap<>();
            results.values().forEach((name, value) -> values.put(
                    name, new Feeds.Numbers(value.data(), value.rows(), value.rowSize())));
            return new Outcome(results.loss().data[0], values);
        }
    }

    private Pass pass(Feeds feeds, boolean training, long seed) {
        ReferenceAlgebra algebra = new ReferenceAlgebra();
        ReferenceScope scope = new ReferenceScope(algebra, weights, initial, training, seed);
        return new Pass(algebra, scope, program.run(scope, new FedInputs(algebra, feeds)));
    }

    private record FedInputs(ReferenceAlgebra algebra, Feeds feeds) implements Inputs<Value> {
        @Override
        public Value numbers(String name) {
            Feeds.Numbers numbers = feeds.numbers(name);
            return algebra.constant(numbers.values(), numbers.rows(), numbers.columns());
        }

        @Override
        public Index index(String name) {
            Feeds.Indices indices = feeds.index(name);
            return new RowIndex(indices.ids(), indices.range());
        }
    }

    @Override
    public Outcome step(Feeds feeds, double learningRate, long seed) {
        requireOpen();
        Pass pass = pass(feeds, true, seed);
        Outcome outcome = pass.outcome();
        optimiser.step(weights, pass.gradients(), learningRate);
        pass.scope().statistics().forEach((name, value) -> weights.put(
                name, new NamedArray(name, false, weights.get(name).shape(), value.data())));
        return outcome;
    }

    @Override
    public Outcome evaluate(Feeds feeds) {
        requireOpen();
        return pass(feeds, false, 0).outcome();
    }

    @Override
    public Map<String, double[]> gradients(Feeds feeds, long seed) {
        requireOpen();
        Map<String, double[]> gradients = new LinkedHashMap<>();
        pass(feeds, true, seed).gradients().forEach((name, value) -> gradients.put(name, value.data()));
        return gradients;
    }

    @Override
    public ModelState state() {
        requireOpen();
        Map<String, NamedArray> copies = new LinkedHashMap<>();
        weights.forEach((name, array) -> copies.put(
                name, new NamedArray(name, array.trained(), array.shape(), array.values().clone())));
        return new ModelState(copies, optimiser.firstMoments(), optimiser.secondMoments(), optimiser.steps());
    }

    @Override
    public void restore(ModelState state) {
        requireOpen();
        state.weights().forEach((name, array) -> {
            NamedArray known = weights.get(name);
            if (known == null) {
                throw new IllegalArgumentException(
                        "the program has no weights '" + name + "'; it has " + weights.keySet());
            }
            if (!Arrays.equals(known.shape(), array.shape())) {
                throw new IllegalArgumentException(name + " has shape " + Arrays.toString(known.shape())
                        + ", found " + Arrays.toString(array.shape()));
            }
        });
        state.weights().forEach((name, array) -> weights.put(
                name,
                new NamedArray(
                        name, weights.get(name).trained(), array.shape(), array.values().clone())));
        optimiser.restore(state);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session is closed");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
