package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.tensorflow.Device;
import org.dssl.adapters.tensorflow.TensorFlowBackend;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.Scope;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contrastive task's losses and their gradients on two given embeddings. */
@Tag("parity")
class ContrastiveLossParityIT {
    private static final Tolerance EXACT = new Tolerance(1e-9, 1e-10);

    private static final Tolerance SINGLE = new Tolerance(1e-4, 1e-5);

    private interface Opening {
        TrainingSession open(Program program, OptimiserOptions optimiser, long seed);
    }

    @ParameterizedTest
    @CsvSource({
        "cosine, cosine",
        "barlow-twins, barlow_twins_lambda_0.0051",
        "nt-xent, nt_xent_temperature_0.1",
        "simsiam, simsiam_given_predictions_p1_p2_equal_z"
    })
    void lossAndGradientsAreTheReferences(String ours, String theirs) throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(SharedData.file("reference/contrastive_losses.json").toFile());
        compare(file, ours, theirs, ReferenceSession::new, EXACT);
        compare(file, ours, theirs, new TensorFlowBackend(1, Device.CPU)::open, SINGLE);
    }

    private static void compare(JsonNode file, String ours, String theirs, Opening backend, Tolerance tolerance) {
        double[] a = SharedData.flat(file.get("embedding_1"));
        double[] b = SharedData.flat(file.get("embedding_2"));
        JsonNode expected = file.get("losses").get(theirs);
        try (TrainingSession session =
                backend.open(new TwoEmbeddings(task(ours)), OptimiserOptions.adamW(0, false), 1)) {
            session.restore(ModelState.ofWeights(Map.of(
                    "a", new NamedArray("a", true, new int[] {8, 6}, a),
                    "b", new NamedArray("b", true, new int[] {8, 6}, b))));
            Feeds feeds = new Feeds();
            assertClose(expected.get("loss").asDouble(), session.evaluate(feeds).loss(), tolerance, ours);
            Map<String, double[]> gradients = session.gradients(feeds, 1);
            assertClose(SharedData.flat(expected.get("grad_1")), gradients.get("a"), tolerance, ours + ", a");
            assertClose(SharedData.flat(expected.get("grad_2")), gradients.get("b"), tolerance, ours + ", b");
        }
    }

    private static PretextTask task(String loss) {
        PretextTaskProvider provider = PretextTasks.discovered(PretextTasks.class.getClassLoader())
                .find("contrastive")
                .orElseThrow();
        Map<String, Object> values = new HashMap<>();
        for (Option option : provider.options()) {
            values.put(option.name(), option.defaultValue());
        }
        values.put("loss", loss);
        // SimSiam has heads; here they give the embeddings back, as in the reference's values.
        values.put("projector", loss.equals("simsiam") ? List.of(6L) : List.of());
        return provider.create(new OptionValues(values));
    }

    /** Embeddings that are parameters, so that their gradients can be asked for. */
    private record TwoEmbeddings(PretextTask task) implements Program {
        @Override
        public List<InputSpec> inputs() {
            return List.of();
        }

        @Override
        public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
            List<T> embeddings =
                    List.of(scope.parameter("a", Initial.zeros(), 8, 6), scope.parameter("b", Initial.zeros(), 8, 6));
            T weights = scope.algebra().constant(new double[] {1, 1, 1, 1, 1, 1, 1, 1}, 8, 1);
            Outputs<T> outputs = new Outputs<>() {
                @Override
                public T of(String head, int view) {
                    return embeddings.get(view);
                }

                @Override
                public T crystals(int view) {
                    return embeddings.get(view);
                }

                @Override
                public T crystalWeights(int view) {
                    return weights;
                }

                @Override
                public T sumOverAtoms(T perAtom, int view) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public T atomCounts(int view) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public T project(String name, T x, Integer... widths) {
                    throw new UnsupportedOperationException();
                }
            };
            return new Results<>(task.loss(scope.algebra(), outputs, null), Map.of());
        }
    }
}
