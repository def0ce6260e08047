package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.dssl.app.weights.AlignnNames;
import org.dssl.domain.graph.DistanceClasses;
import org.dssl.domain.nn.Alignn;
import org.dssl.domain.nn.GaussianBasis;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.PropertyProgram;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.testing.TensorAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** ALIGNN on the atom graph and line graph given, against the released Python code, on every backend. */
@Tag("parity")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AlignnParity {
    private static final int LAYERS = 2;
    private static final int WIDTH = 16;
    private static final int EMBEDDING = 8;
    private static final int FEATURES = 92;

    private ReferenceArrays file;
    private ReferenceNames names;

    /** How close the backend must come, relative; the absolute floor is a tenth of it. */
    record Tolerance(double outputs, double gradients) {}

    abstract TrainingSession open(Program program, OptimiserOptions optimiser);

    abstract Tolerance tolerance();

    @BeforeAll
    void read() throws IOException {
        file = new ReferenceArrays(SharedData.file("reference/alignn.safetensors"));
        names = new ReferenceNames(new AlignnNames(), file);
    }

    private TrainingSession open() {
        Alignn encoder = new Alignn(
                WIDTH,
                EMBEDDING,
                LAYERS,
                LAYERS,
                basis("edge_embedding.0", 0.101265825f),
                basis("angle_embedding.0", 0.05128205f));
        Program program =
                new PropertyProgram(encoder, FEATURES, 1, Tap.BEFORE_ATTENTION, Pooling.MEAN, PropertyProgram.Loss.MSE);
        TrainingSession session = open(program, OptimiserOptions.adamW(0, false));
        session.restore(ModelState.ofWeights(names.weights(file)));
        return session;
    }

    /** The released code has centres in single precision; the spacing is the mean of their differences, also in single. */
    private GaussianBasis basis(String name, float spacing) {
        double[] centres = file.get("weights/" + name + ".centers").values();
        return new GaussianBasis(Arrays.stream(centres).boxed().toList(), 1.0 / spacing);
    }

    @Test
    void evaluationModeGivesTheReferencesPredictions() {
        try (TrainingSession session = open()) {
            outputs("eval/prediction", session.evaluate(feeds()));
        }
    }

    @Test
    void everyLiveParameterHasTheReferencesGradient() {
        try (TrainingSession session = open()) {
            Map<String, double[]> gradients = session.gradients(feeds(), 1);
            Map<String, ReferenceArrays.Array> expected = names.read(file, "train/grad/", name -> true);
            assertEquals(file.names("train/grad/").size(), expected.size(), "live parameters");
            expected.forEach((name, array) ->
                    close(name, array.values(), gradients.get(name), tolerance().gradients()));
        }
    }

    @Test
    void trainingModeGivesTheReferencesLossAndRunningStatistics() {
        try (TrainingSession session = open()) {
            TrainingSession.Outcome outcome = session.step(feeds(), 0, 1);
            outputs("train/prediction", outcome);
            close(
                    "loss",
                    file.get("train/loss").values(),
                    new double[] {outcome.loss()},
                    tolerance().outputs());
            ModelState after = session.state();
            Map<String, ReferenceArrays.Array> running = names.read(file, "train/running/", name -> true);
            // All but the two bases' centres, which the reference stores among the statistics.
            assertEquals(file.names("train/running/").size() - 2, running.size(), "running statistics");
            running.forEach((name, array) -> close(
                    name,
                    array.values(),
                    after.weights().get(name).values(),
                    tolerance().outputs()));
        }
    }

    private void outputs(String reference, TrainingSession.Outcome outcome) {
        close(
                reference,
                file.get(reference).values(),
                outcome.values().get(PropertyProgram.PREDICTION).values(),
                tolerance().outputs());
    }

    private static void close(String name, double[] expected, double[] actual, double relative) {
        assertClose(expected, actual, new TensorAssertions.Tolerance(relative, relative / 10), name);
    }

    // ---- the given graph: a bond from source to target is an edge of which the target receives ----

    private Feeds feeds() {
        ReferenceArrays.Array features = file.get("input/atom_features");
        double[] property = file.get("input/property").values();
        int atoms = features.rows();
        int[] from = file.get("input/source").ints();
        int[] into = file.get("input/target").ints();
        DistanceClasses lengths = DistanceClasses.of(lengths(), 0);
        Feeds feeds = new Feeds()
                .numbers("atom.features", features.values(), atoms, FEATURES)
                .numbers(
                        "composition",
                        new double[property.length * GraphInputs.COMPOSITION],
                        property.length,
                        GraphInputs.COMPOSITION)
                .numbers("length", lengths.mean(), lengths.classes(), 1)
                .numbers("length.scaled", new double[lengths.classes()], lengths.classes(), 1)
                .numbers("atom.multiplicity", ones(atoms), atoms, 1)
                .numbers("edge.multiplicity", ones(from.length), from.length, 1)
                .index("atom.crystal", crystals(), property.length)
                .index("edge.source", into, atoms)
                .index("edge.target", from, atoms)
                .index("edge.length", lengths.of(), lengths.classes())
                .index("edge.source.pair", new int[from.length], 1)
                .index("edge.target.pair", new int[from.length], 1)
                .index("pair.atom", new int[1], atoms)
                .index("pair.length", new int[1], lengths.classes())
                .numbers(PropertyProgram.TARGET, property, property.length, 1)
                .numbers(PropertyProgram.WEIGHT, ones(property.length), property.length, 1);
        return angles(feeds, from.length);
    }

    private Feeds angles(Feeds feeds, int bonds) {
        DistanceClasses cosines = DistanceClasses.of(file.get("input/cosine").values(), 0);
        int angles = cosines.of().length;
        return feeds.numbers("angle.cosine", cosines.mean(), cosines.classes(), 1)
                .numbers("angle.multiplicity", ones(angles), angles, 1)
                .index("angle.cosine.of", cosines.of(), cosines.classes())
                .index("angle.from", file.get("input/line_source").ints(), bonds)
                .index("angle.into", file.get("input/line_target").ints(), bonds);
    }

    private double[] lengths() {
        double[] d = file.get("input/displacement").values();
        double[] lengths = new double[d.length / 3];
        Arrays.setAll(
                lengths,
                e -> Math.sqrt(d[3 * e] * d[3 * e] + d[3 * e + 1] * d[3 * e + 1] + d[3 * e + 2] * d[3 * e + 2]));
        return lengths;
    }

    private int[] crystals() {
        int[] counts = file.get("input/atoms_per_crystal").ints();
        int[] crystals = new int[Arrays.stream(counts).sum()];
        int at = 0;
        for (int g = 0; g < counts.length; g++) {
            Arrays.fill(crystals, at, at += counts[g], g);
        }
        return crystals;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
