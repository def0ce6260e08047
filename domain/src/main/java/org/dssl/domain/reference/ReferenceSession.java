package org.dssl.domain.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;

/**
 * Interprets a program at every step. Opening runs it once, on one row of zeros per input, to learn its parameters:
 * a program may not depend on how many rows its inputs have, so one row stands for all batches, and the state is
 * complete from the start as on a backend that compiles.
 */
public final class ReferenceSession implements TrainingSession {
    private final Program program;
    private final List<InputSpec> inputs;
    private final Weights weights;
    private final AdamW optimiser;
    private boolean closed;

    /** @param seed of the initial parameters, each drawn from the stream seed / "parameters" / name */
    public ReferenceSession(Program program, OptimiserOptions options, long seed) {
        this.program = program;
        this.inputs = program.inputs();
        this.weights = new Weights(seed);
        this.optimiser = new AdamW(options);
        Pass tracing = new Pass(ReferenceAlgebra.withoutGradients(), weights, true, 0);
        program.run(tracing, FedInputs.forTracing(inputs));
        weights.seal();
    }

    @Override
    public Outcome step(Feeds feeds, double learningRate, long seed) {
        Pass pass = pass(true, seed);
        Program.Results<Tensor> results = run(pass, feeds);
        optimiser.step(weights, gradients(pass, results.loss()), learningRate);
        pass.storeStatistics();
        return outcome(results);
    }

    @Override
    public Outcome evaluate(Feeds feeds) {
        return outcome(run(pass(false, 0), feeds));
    }

    @Override
    public Map<String, double[]> gradients(Feeds feeds, long seed) {
        Pass pass = pass(true, seed);
        return gradients(pass, run(pass, feeds).loss());
    }

    private Pass pass(boolean training, long seed) {
        checkOpen();
        // In evaluation parameters are constants: nothing is recorded but what the program itself differentiates.
        return new Pass(ReferenceAlgebra.recording(), weights, training, seed);
    }

    private Program.Results<Tensor> run(Pass pass, Feeds feeds) {
        Program.Results<Tensor> results = program.run(pass, FedInputs.of(inputs, feeds));
        if (results.loss().values.length != 1) {
            throw new IllegalArgumentException("the loss must be one number, found a " + results.loss());
        }
        return results;
    }

    /** Parameters that the loss does not reach are absent. */
    private static Map<String, double[]> gradients(Pass pass, Tensor loss) {
        Map<Tensor, Tensor> gradients = ReferenceAlgebra.withoutGradients()
                .gradients(loss, pass.parameters().values());
        Map<String, double[]> byName = new LinkedHashMap<>();
        pass.parameters().forEach((name, parameter) -> {
            if (gradients.containsKey(parameter)) {
                byName.put(name, gradients.get(parameter).values());
            }
        });
        return byName;
    }

    private static Outcome outcome(Program.Results<Tensor> results) {
        Map<String, Feeds.Numbers> values = new LinkedHashMap<>();
        results.values().forEach((name, value) -> values.put(name, numbers(value)));
        return new Outcome(results.loss().value(), values);
    }

    private static Feeds.Numbers numbers(Tensor value) {
        int rows = value.rank() < 2 ? 1 : value.rows();
        int columns = value.rank() < 2 ? value.columns() : value.rowSize();
        return new Feeds.Numbers(value.values(), rows, columns);
    }

    @Override
    public ModelState state() {
        checkOpen();
        return new ModelState(weights.copy(), optimiser.firstMoments(), optimiser.secondMoments(), optimiser.steps());
    }

    @Override
    public void restore(ModelState state) {
        checkOpen();
        state.weights().forEach(weights::check);
        state.firstMoments().forEach(weights::checkMoments);
        state.secondMoments().forEach(weights::checkMoments);
        if (!state.firstMoments().keySet().equals(state.secondMoments().keySet())) {
            throw new IllegalArgumentException(
                    "the state has first moments of " + state.firstMoments().keySet() + " but second moments of "
                            + state.secondMoments().keySet());
        }
        state.weights()
                .forEach((name, array) -> weights.put(name, array.values().clone()));
        if (state.firstMoments().isEmpty()) {
            optimiser.forget();
        } else {
            optimiser.restore(state.firstMoments(), state.secondMoments(), state.step());
        }
    }

    @Override
    public void reset(long seed) {
        checkOpen();
        weights.redraw(seed);
        optimiser.forget();
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
