package org.dssl.adapters.tensorflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/**
 * A program in one graph with one native session. The pass of evaluation is compiled when the session is opened, that of
 * training when it is first needed; both share inputs and variables.
 *
 * <p>The native session compiles every combination of fetches once and keeps it: state is therefore always read and
 * written whole.
 */
final class TensorFlowSession implements TrainingSession {
    private final Program program;
    private final OptimiserOptions options;
    private final NativeSession session;
    private final Ops tf;
    private final GraphInputNodes inputs;
    private final Weights weights;
    private final Pass evaluation;
    private TrainingPass training;
    private long steps;
    private boolean closed;

    TensorFlowSession(Program program, OptimiserOptions options, long seed, ConfigProto config) {
        this.program = program;
        this.options = options;
        session = new NativeSession(config);
        try {
            tf = session.operations();
            inputs = new GraphInputNodes(tf.withSubScope("inputs"), program.inputs());
            weights = new Weights(tf);
            Ops nodes = tf.withSubScope("evaluation");
            evaluation =
                    Pass.of(nodes, program.run(new PassScope(new TensorFlowAlgebra(nodes), weights, null), inputs));
            weights.complete();
            reset(seed);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public Outcome step(Feeds feeds, double learningRate, long seed) {
        TrainingPass pass = training();
        try (Run run = session.run()) {
            inputs.feed(feeds, run);
            run.feedScalar(pass.seed, seed);
            pass.optimiser.feed(run, learningRate, steps + 1);
            pass.pass.fetch(run);
            pass.updates().forEach(run::target);
            run.execute();
            steps++;
            return pass.pass.read(run);
        }
    }

    @Override
    public Outcome evaluate(Feeds feeds) {
        checkOpen();
        try (Run run = session.run()) {
            inputs.feed(feeds, run);
            evaluation.fetch(run);
            run.execute();
            return evaluation.read(run);
        }
    }

    @Override
    public Map<String, double[]> gradients(Feeds feeds, long seed) {
        TrainingPass pass = training();
        try (Run run = session.run()) {
            inputs.feed(feeds, run);
            run.feedScalar(pass.seed, seed);
            Map<String, double[]> gradients = new LinkedHashMap<>();
            weights.all().stream()
                    .filter(Weights.Weight::trained)
                    .forEach(
                            w -> gradients.put(w.name(), new double[w.variable().size()]));
            pass.gradients.values().forEach(run::fetch);
            run.execute();
            int position = 0;
            for (String name : pass.gradients.keySet()) {
                gradients.put(name, run.values(position++));
            }
            return gradients;
        }
    }

    @Override
    public ModelState state() {
        checkOpen();
        Map<String, double[]> first = steps > 0 ? read(training.optimiser.firstMoments()) : Map.of();
        Map<String, double[]> second = steps > 0 ? read(training.optimiser.secondMoments()) : Map.of();
        Map<String, NamedArray> arrays = new LinkedHashMap<>();
        read(weights.variables()).forEach((name, values) -> {
            Weights.Weight weight = weights.named(name);
            arrays.put(
                    name,
                    new NamedArray(
                            name, weight.trained(), weight.variable().shape().clone(), values));
        });
        return new ModelState(arrays, first, second, steps);
    }

    @Override
    public void restore(ModelState state) {
        checkOpen();
        state.weights().forEach((name, array) -> weights.named(name).checkShape(array.shape()));
        Map<String, double[]> first = moments(state.firstMoments());
        Map<String, double[]> second = moments(state.secondMoments());
        Map<String, double[]> values = read(weights.variables());
        state.weights().forEach((name, array) -> values.put(name, array.values()));
        write(weights.variables(), values);
        setMoments(first, second, state.step());
    }

    @Override
    public void reset(long seed) {
        checkOpen();
        RandomStream parameters = RandomStream.of(seed).split("parameters");
        Map<String, double[]> values = new LinkedHashMap<>();
        weights.all().forEach(weight -> values.put(weight.name(), weight.draw(parameters)));
        write(weights.variables(), values);
        setMoments(Map.of(), Map.of(), 0);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.close();
        }
    }

    private TrainingPass training() {
        checkOpen();
        if (training == null) {
            training = new TrainingPass(tf, program, inputs, weights, options);
            setMoments(Map.of(), Map.of(), steps);
        }
        return training;
    }

    /** Moments as given, checked: those of parameters that the loss does not reach are of no use, but no mistake. */
    private Map<String, double[]> moments(Map<String, double[]> given) {
        given.forEach((name, values) -> weights.named(name).checkSize(values.length));
        return given;
    }

    /** A missing moment is zero. Without moments nothing is compiled yet that could hold them. */
    private void setMoments(Map<String, double[]> first, Map<String, double[]> second, long step) {
        boolean given = !first.isEmpty() || !second.isEmpty();
        if (given) {
            training();
        }
        if (training != null) {
            write(training.optimiser.firstMoments(), first);
            write(training.optimiser.secondMoments(), second);
        }
        steps = given ? step : 0;
    }

    private Map<String, double[]> read(Map<String, Variable> variables) {
        Map<String, double[]> values = new LinkedHashMap<>();
        if (variables.isEmpty()) {
            return values;
        }
        try (Run run = session.run()) {
            variables.values().forEach(variable -> run.fetch(variable.value()));
            run.execute();
            int position = 0;
            for (String name : variables.keySet()) {
                values.put(name, run.values(position++));
            }
            return values;
        }
    }

    /** Writes all variables; those without a value become zero. */
    private void write(Map<String, Variable> variables, Map<String, double[]> values) {
        if (variables.isEmpty()) {
            return;
        }
        try (Run run = session.run()) {
            variables.forEach((name, variable) -> {
                double[] value = values.get(name);
                variable.replace(run, value == null ? new double[variable.size()] : value);
            });
            run.execute();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("this session is closed");
        }
    }
}
