package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.pretrain.PretrainAccess;
import org.dssl.app.weights.DeeperGatGnnNames;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.Encoded;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.GraphInputs;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.testing.TensorAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pretraining step on three views, with the product's tasks and program, against the released Python code. */
@Tag("parity")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeeperGatGnnPretrainParity {
    private static final int LAYERS = 3;
    private static final int ATOM_FEATURES = 115;

    private static final Map<String, Map<String, Double>> COMBINATIONS = Map.of(
            "dssl", Map.of("mask", 0.5, "contrastive", 0.5),
            "dssl_stiffness", Map.of("mask", 0.1, "contrastive", 1.0, "atomic-stiffness", 0.1),
            "dssl_valence", Map.of("mask", 0.4, "contrastive", 0.3, "valence-electrons", 0.3));

    private ReferenceArrays file;
    private ReferenceNames names;
    private PretrainViews views;

    abstract TrainingSession open(Program program, OptimiserOptions optimiser);

    abstract DeeperGatGnnParity.Tolerance tolerance();

    @BeforeAll
    void read() throws IOException {
        file = new ReferenceArrays(SharedData.file("reference/deeper_gatgnn_pretrain.safetensors"));
        names = new ReferenceNames(new DeeperGatGnnNames(), file)
                .linear("head/mask/element/0", "head.mask")
                .linear("head/atomic-stiffness/stiffness/0", "head.atomic_stiffness")
                .linear("head/valence-electrons/electrons/0", "head.valence_electrons");
        views = new PretrainViews();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dssl", "dssl_stiffness", "dssl_valence"})
    void everyTaskAndTheirSumHaveTheReferencesLossesAndMoveTheRunningStatisticsAlike(String combination) {
        PretrainAccess pretraining = pretraining(combination);
        try (TrainingSession session = open(pretraining)) {
            TrainingSession.Outcome outcome = session.step(feeds(pretraining), 1e-3, 1);
            double outputs = tolerance().outputs();
            COMBINATIONS
                    .get(combination)
                    .keySet()
                    .forEach(task -> close(
                            task,
                            file.get("train/loss/" + task.replace('-', '_')).values(),
                            new double[] {outcome.scalar(PretrainAccess.term(task))},
                            outputs));
            double[] sum = file.get("train/" + combination + "/loss").values();
            close("loss", sum, new double[] {outcome.loss()}, outputs);
            ModelState after = session.state();
            Map<String, ReferenceArrays.Array> running = names.read(file, "train/running/", name -> true);
            assertEquals(4 * LAYERS, running.size(), "running statistics");
            running.forEach((name, array) ->
                    close(name, array.values(), after.weights().get(name).values(), outputs));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dssl", "dssl_stiffness", "dssl_valence"})
    void everyLiveParameterHasTheReferencesGradient(String combination) {
        PretrainAccess pretraining = pretraining(combination);
        try (TrainingSession session = open(pretraining)) {
            Map<String, double[]> gradients = session.gradients(feeds(pretraining), 1);
            Map<String, ReferenceArrays.Array> expected =
                    names.read(file, "train/" + combination + "/grad/", name -> true);
            assertEquals(
                    file.names("train/" + combination + "/grad/").size(),
                    expected.size(),
                    "parameters with a gradient");
            assertEquals(expected.keySet(), gradients.keySet(), "our parameters");
            expected.forEach((name, array) ->
                    close(name, array.values(), gradients.get(name), tolerance().gradients()));
        }
    }

    private static void close(String name, double[] expected, double[] actual, double relative) {
        assertClose(expected, actual, new TensorAssertions.Tolerance(relative, relative / 10), name);
    }

    private PretrainAccess pretraining(String combination) {
        return PaperTasks.sum(COMBINATIONS.get(combination), views.all());
    }

    private TrainingSession open(PretrainAccess pretraining) {
        List<ReferenceArrays.Array> features = PretrainViews.NAMES.stream()
                .map(view -> file.get("input/" + view + "/edge_attr"))
                .toList();
        Program program = pretraining.program(new GivenLengths(features), ATOM_FEATURES, Tap.AFTER_ATTENTION);
        TrainingSession session = open(program, OptimiserOptions.adamW(0.01, true));
        Map<String, NamedArray> weights = new HashMap<>(names.weights(file));
        weights.keySet().retainAll(session.state().weights().keySet());
        session.restore(ModelState.ofWeights(weights));
        return session;
    }

    private Feeds feeds(PretrainAccess pretraining) {
        Feeds feeds = new Feeds();
        int crystals = views.all().get(0).size();
        for (int v = 0; v < PretrainViews.NAMES.size(); v++) {
            String group = "input/" + PretrainViews.NAMES.get(v) + "/";
            GivenGraph.feed(file, group, crystals, PretrainAccess.prefix(v), feeds);
        }
        pretraining.label(feeds);
        return feeds;
    }

    /** The encoder on the file's features of lengths, view after view, so that no rounding of lengths intervenes. */
    private static final class GivenLengths implements Encoder {
        private final DeeperGatGnn encoder = new DeeperGatGnn(16, LAYERS, 4, 0);
        private final List<ReferenceArrays.Array> features;
        private int calls;

        GivenLengths(List<ReferenceArrays.Array> features) {
            this.features = features;
        }

        @Override
        public int width() {
            return encoder.width();
        }

        @Override
        public <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph) {
            ReferenceArrays.Array given = features.get(calls++ % features.size());
            T lengths = scope.algebra().constant(given.values(), given.rows(), given.columns());
            return encoder.encode(scope, graph, lengths);
        }
    }
}
