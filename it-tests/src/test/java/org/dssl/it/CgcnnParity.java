package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dssl.app.weights.CgcnnNames;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Cgcnn;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.Readout;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** CGCNN with its output layers against the authors' Python code, on every backend and everything that the file holds. */
@Tag("parity")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CgcnnParity {
    private static final int WIDTH = 16;
    private static final int LAYERS = 3;
    private static final int HIDDEN = 32;
    private static final int NEIGHBOURS = 12;

    private ReferenceArrays file;
    private ReferenceNames names;

    abstract TrainingSession open(Program program, OptimiserOptions optimiser);

    /** How close the backend must come, relative; the absolute floor is a tenth of it. */
    abstract double outputs();

    abstract double gradients();

    @BeforeAll
    void read() throws IOException {
        file = new ReferenceArrays(SharedData.file("reference/cgcnn.safetensors"));
        names = new ReferenceNames(new CgcnnNames(), file);
    }

    private TrainingSession open() {
        TrainingSession session = open(new GivenFeatures(), OptimiserOptions.adamW(0, true));
        session.restore(ModelState.ofWeights(names.weights(file)));
        return session;
    }

    @Test
    void evaluationModeGivesTheReferencesPredictions() {
        try (TrainingSession session = open()) {
            TrainingSession.Outcome outcome = session.evaluate(feeds());
            close("eval/prediction", outcome.values().get("prediction").values(), outputs());
        }
    }

    @Test
    void trainingModeGivesTheReferencesPredictionsLossAndRunningStatistics() {
        try (TrainingSession session = open()) {
            TrainingSession.Outcome outcome = session.step(feeds(), 1e-3, 1);
            close("train/prediction", outcome.values().get("prediction").values(), outputs());
            close("train/loss", new double[] {outcome.loss()}, outputs());
            ModelState after = session.state();
            Map<String, ReferenceArrays.Array> running = names.read(file, "train/running/", name -> true);
            assertEquals(file.names("train/running/").size(), running.size(), "running statistics");
            running.forEach((name, array) ->
                    close(name, array.values(), after.weights().get(name).values(), outputs()));
        }
    }

    @Test
    void everyParameterHasTheReferencesGradient() {
        try (TrainingSession session = open()) {
            Map<String, double[]> gradients = session.gradients(feeds(), 1);
            Map<String, ReferenceArrays.Array> expected = names.read(file, "train/grad/", name -> true);
            assertEquals(file.names("train/grad/").size(), expected.size(), "parameters");
            assertEquals(gradients.keySet(), expected.keySet());
            expected.forEach((name, array) -> close(name, array.values(), gradients.get(name), gradients()));
        }
    }

    @Test
    void lengthsInAngstromGiveTheReferencesNeighbourFeatures() {
        // The file's features are rounded to single precision: outputs differ by what that rounding makes.
        try (TrainingSession session = open(new OwnFeatures(), OptimiserOptions.adamW(0, true))) {
            session.restore(ModelState.ofWeights(names.weights(file)));
            TrainingSession.Outcome outcome = session.evaluate(feeds());
            close("eval/prediction", outcome.values().get("prediction").values(), Math.max(outputs(), 1e-6));
        }
    }

    private void close(String reference, double[] actual, double relative) {
        close(reference, file.get(reference).values(), actual, relative);
    }

    private static void close(String name, double[] expected, double[] actual, double relative) {
        assertClose(expected, actual, new Tolerance(relative, relative / 10), name);
    }

    /** Every atom has exactly twelve neighbours; each edge its own length. */
    private Feeds feeds() {
        ReferenceArrays.Array atoms = file.get("input/atom_features");
        int edges = atoms.rows() * NEIGHBOURS;
        int[] edge = new int[edges];
        Arrays.setAll(edge, e -> e);
        int[] source = new int[edges];
        Arrays.setAll(source, e -> e / NEIGHBOURS);
        int[] target = file.get("input/neighbour").ints();
        double[] property = file.get("input/property").values();
        return new Feeds()
                .numbers("atom.features", atoms.values(), atoms.rows(), atoms.columns())
                .numbers(
                        "composition",
                        new double[property.length * GraphInputs.COMPOSITION],
                        property.length,
                        GraphInputs.COMPOSITION)
                .numbers("length", file.get("input/distance").values(), edges, 1)
                .numbers("length.scaled", new double[edges], edges, 1)
                .numbers(
                        "length.features",
                        file.get("input/neighbour_features").values(),
                        edges,
                        file.get("input/neighbour_features").columns())
                .numbers("atom.multiplicity", ones(atoms.rows()), atoms.rows(), 1)
                .numbers("edge.multiplicity", ones(edges), edges, 1)
                .index("atom.crystal", crystals(atoms.rows()), property.length)
                .index("edge.source", source, atoms.rows())
                .index("edge.target", target, atoms.rows())
                .index("edge.length", edge, edges)
                .index("edge.source.pair", edge, edges)
                .index("edge.target.pair", edge, edges)
                .index("pair.atom", source, atoms.rows())
                .index("pair.length", edge, edges)
                .numbers("property", property, property.length, 1)
                .numbers("crystal.weight", ones(property.length), property.length, 1);
    }

    private int[] crystals(int atoms) {
        int[] counts = file.get("input/atoms_per_crystal").ints();
        int[] of = new int[atoms];
        int at = 0;
        for (int g = 0; g < counts.length; g++) {
            Arrays.fill(of, at, at += counts[g], g);
        }
        return of;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** CGCNN with the mean squared error, on features of the neighbours as given. */
    private static class GivenFeatures implements Program {
        final Cgcnn encoder = new Cgcnn(WIDTH, LAYERS, Activation.SOFTPLUS, 0);
        private final Readout readout = new Readout(List.of(HIDDEN), Activation.SOFTPLUS, true);

        @Override
        public List<InputSpec> inputs() {
            List<InputSpec> inputs = new ArrayList<>(GraphInputs.specs("", 92));
            inputs.add(InputSpec.numbers("length.features", 41));
            inputs.add(InputSpec.numbers("property", 1));
            inputs.add(InputSpec.numbers("crystal.weight", 1));
            return inputs;
        }

        @Override
        public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
            TensorAlgebra<T> a = scope.algebra();
            GraphInputs<T> graph = GraphInputs.of(inputs, "");
            T pooled = Pooling.MEAN.pool(scope, atoms(scope, graph, inputs), graph);
            T prediction = readout.apply(scope, "head/property", pooled, 1);
            T error = a.square(a.sub(prediction, inputs.numbers("property")));
            T loss = a.weightedMean(error, inputs.numbers("crystal.weight"));
            return new Results<>(loss, Map.of("prediction", prediction));
        }

        <T> T atoms(Scope<T> scope, GraphInputs<T> graph, Inputs<T> inputs) {
            return encoder.encode(scope, graph, inputs.numbers("length.features"))
                    .atoms();
        }
    }

    /** The same, on features of the lengths as the encoder expands them. */
    private static final class OwnFeatures extends GivenFeatures {
        @Override
        <T> T atoms(Scope<T> scope, GraphInputs<T> graph, Inputs<T> inputs) {
            return encoder.encode(scope, graph).atoms();
        }
    }
}
