package org.dssl.it;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dssl.adapters.tensorflow.Device;
import org.dssl.adapters.tensorflow.TensorFlowBackend;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Alignn;
import org.dssl.domain.nn.Cgcnn;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Gin;
import org.dssl.domain.nn.MegNet;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;

/** A network, the backend it runs on, and the graphs it reads: what the exactness of the quotient is tested on. */
public record QuotientCase(String name, Encoder encoder, Backend backend, Graphs graphs) {

    /** Without dropout: one mask per class of atoms is another regulariser than one per atom. */
    private static Map<String, Encoder> encoders() {
        Map<String, Encoder> encoders = new LinkedHashMap<>();
        encoders.put("deeper-gatgnn", new DeeperGatGnn(12, 3, 2, 0));
        encoders.put("alignn", new Alignn(8, 6, 2, 1));
        encoders.put("cgcnn", new Cgcnn(12, 2, Activation.SOFTPLUS, 0));
        encoders.put("gin", new Gin(12, 2, Activation.RELU, 0));
        encoders.put("megnet", new MegNet(12, 2, Activation.SOFTPLUS, 0));
        return encoders;
    }

    /** Every encoder on every backend and graph. */
    public static Stream<QuotientCase> all() {
        return encoders().entrySet().stream().flatMap(encoder -> Stream.of(Graphs.values())
                .filter(graphs -> graphs.haveAngles() || !encoder.getValue().readsAngles())
                .flatMap(graphs -> Stream.of(Backend.values())
                        .map(backend -> new QuotientCase(encoder.getKey(), encoder.getValue(), backend, graphs))));
    }

    /** Every encoder on every backend, on our default graph. */
    public static Stream<QuotientCase> standard() {
        return all().filter(c -> c.graphs == Graphs.ALL_IMAGES);
    }

    @Override
    public String toString() {
        return name + ", " + backend + ", " + graphs;
    }

    public GraphOptions options(boolean quotient) {
        return graphs.options.withQuotient(quotient).withAngles(encoder.readsAngles());
    }

    public FeatureOptions features() {
        GraphOptions options = options(false);
        return FeatureOptions.of(options, graphs.degree, false).withLengthTolerance(options.tolerance());
    }

    /**
     * Where it runs. In float32 the gradients of a full graph are themselves up to 3e-5 away from those in double, a
     * quotient's 1e-5 (length of the difference by length of the gradient; crystals and networks of these tests).
     */
    public enum Backend {
        DOUBLE(1e-9, 1e-9, (program, optimiser) -> new ReferenceSession(program, optimiser, 5)),
        FLOAT(1e-5, 5e-5, (program, optimiser) -> new TensorFlowBackend(2, Device.CPU).open(program, optimiser, 5));

        private final double rounding;
        private final double roundingOfGradients;
        private final BiFunction<Program, OptimiserOptions, TrainingSession> sessions;

        Backend(
                double rounding,
                double roundingOfGradients,
                BiFunction<Program, OptimiserOptions, TrainingSession> sessions) {
            this.rounding = rounding;
            this.roundingOfGradients = roundingOfGradients;
            this.sessions = sessions;
        }

        /** Of predictions, losses and running statistics, relative. */
        public double rounding() {
            return rounding;
        }

        public double roundingOfGradients() {
            return roundingOfGradients;
        }

        public TrainingSession open(Program program) {
            return sessions.apply(program, OptimiserOptions.adamW(0.01, true));
        }
    }

    /** Lengths that the quotient makes one are one in the full graph too. */
    public enum Graphs {
        ALL_IMAGES(GraphOptions.DEFAULT, false),
        MINIMUM_IMAGE(GraphOptions.PAPER, true);

        private final GraphOptions options;
        private final boolean degree;

        Graphs(GraphOptions options, boolean degree) {
            this.options = options;
            this.degree = degree;
        }

        boolean haveAngles() {
            return options.mode() == GraphMode.ALL_IMAGES;
        }
    }
}
