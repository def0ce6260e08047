package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.app.weights.DeeperGatGnnNames;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.nn.Linear;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.testing.TensorAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** DeeperGATGNN and its fine-tuning step against the released Python code, on every backend. */
@Tag("parity")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeeperGatGnnParity {
    private static final int LAYERS = 3;
    private static final double RATE = 0.005;
    private static final double DECAY = 0.01;

    private ReferenceArrays file;
    private ReferenceNames names;

    /** How close the backend must come, relative; the absolute floor is a tenth of it. */
    record Tolerance(double outputs, double gradients) {}

    abstract TrainingSession open(Program program, OptimiserOptions optimiser);

    abstract Tolerance tolerance();

    @BeforeAll
    void read() throws IOException {
        file = new ReferenceArrays(SharedData.file("reference/deeper_gatgnn_finetune.safetensors"));
        names = new ReferenceNames(new DeeperGatGnnNames(), file);
    }

    private TrainingSession open() {
        TrainingSession session = open(new FineTuning(), OptimiserOptions.adamW(DECAY, true));
        session.restore(ModelState.ofWeights(names.weights(file)));
        return session;
    }

    @Test
    void evaluationModeGivesTheReferencesEmbeddingsAndPredictions() {
        try (TrainingSession session = open()) {
            TrainingSession.Outcome outcome = session.evaluate(feeds());
            outputs("eval/atom_embedding", outcome, "embedding");
            outputs("eval/prediction", outcome, "prediction");
        }
    }

    @Test
    void everyLiveParameterHasTheReferencesGradient() {
        try (TrainingSession session = open()) {
            Map<String, double[]> gradients = session.gradients(feeds(), 1);
            Map<String, ReferenceArrays.Array> expected = names.read(file, "train/grad/", name -> true);
            assertEquals(36, expected.size(), "live parameters");
            expected.forEach((name, array) ->
                    close(name, array.values(), gradients.get(name), tolerance().gradients()));
        }
    }

    @Test
    void oneStepMovesParametersAndRunningStatisticsAsTheReferences() {
        try (TrainingSession session = open()) {
            double loss = session.step(feeds(), RATE, 1).loss();
            close(
                    "loss",
                    file.get("train/loss").values(),
                    new double[] {loss},
                    tolerance().outputs());
            ModelState after = session.state();
            names.read(file, "train/running/", name -> true)
                    .forEach((name, array) -> close(
                            name,
                            array.values(),
                            after.weights().get(name).values(),
                            tolerance().outputs()));
            Map<String, ReferenceArrays.Array> gradients = names.read(file, "train/grad/", name -> true);
            names.read(file, "train/after_step/", gradients::containsKey)
                    .forEach((name, array) -> afterStep(
                            name,
                            array.values(),
                            after.weights().get(name).values(),
                            gradients.get(name).values()));
        }
    }

    /** Where a gradient is noise, Adam's first step makes ±rate of it: there only its size can be checked. */
    private void afterStep(String name, double[] expected, double[] actual, double[] gradient) {
        double[] before = names.weights(file).get(name).values();
        double[] known = expected.clone();
        for (int i = 0; i < known.length; i++) {
            if (Math.abs(gradient[i]) <= 1e-5) {
                double most = RATE * (1 + DECAY * Math.abs(before[i]));
                assertTrue(Math.abs(actual[i] - before[i]) <= 1.0001 * most, name + " moved by more than the rate");
                known[i] = actual[i];
            }
        }
        close(name, known, actual, tolerance().gradients());
    }

    @Test
    void fiveStepsGiveTheReferencesLossesAndPredictions() {
        try (TrainingSession session = open()) {
            double[] losses = new double[5];
            for (int step = 0; step < losses.length; step++) {
                losses[step] = session.step(feeds(), RATE, step).loss();
            }
            close(
                    "losses",
                    file.get("train/losses_5_steps").values(),
                    losses,
                    tolerance().gradients());
        }
    }

    private void outputs(String reference, TrainingSession.Outcome outcome, String name) {
        close(
                reference,
                file.get(reference).values(),
                outcome.values().get(name).values(),
                tolerance().outputs());
    }

    private static void close(String name, double[] expected, double[] actual, double relative) {
        assertClose(expected, actual, new TensorAssertions.Tolerance(relative, relative / 10), name);
    }

    private Feeds feeds() {
        ReferenceArrays.Array features = file.get("input/edge_attr");
        double[] property = file.get("input/property").values();
        return GivenGraph.feed(file, "input/", property.length, "", new Feeds())
                .numbers("length.features", features.values(), features.rows(), features.columns())
                .numbers("property", property, property.length, 1)
                .numbers("crystal.weight", GivenGraph.ones(property.length), property.length, 1);
    }

    /** The paper's fine-tuning model on features of the edges as given, so that no rounding of lengths intervenes. */
    private static final class FineTuning implements Program {
        private final DeeperGatGnn encoder = new DeeperGatGnn(16, LAYERS, 4, 0);

        @Override
        public List<InputSpec> inputs() {
            List<InputSpec> inputs = new ArrayList<>(GraphInputs.specs("", 115));
            inputs.add(InputSpec.numbers("length.features", 50));
            inputs.add(InputSpec.numbers("property", 1));
            inputs.add(InputSpec.numbers("crystal.weight", 1));
            return inputs;
        }

        @Override
        public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
            TensorAlgebra<T> a = scope.algebra();
            GraphInputs<T> graph = GraphInputs.of(inputs, "");
            T atoms = Tap.AFTER_ATTENTION.atoms(a, encoder.encode(scope, graph, inputs.numbers("length.features")));
            T prediction = Linear.apply(scope, "head/property", Pooling.SUM.pool(scope, atoms, graph), 1);
            T error = a.absoluteError(prediction, inputs.numbers("property"));
            T loss = a.weightedMean(error, inputs.numbers("crystal.weight"));
            return new Results<>(loss, Map.of("embedding", atoms, "prediction", prediction));
        }
    }
}
