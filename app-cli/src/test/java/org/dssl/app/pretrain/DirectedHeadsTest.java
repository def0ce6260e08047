package org.dssl.app.pretrain;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dssl.app.data.GraphStage;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.training.Order;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Alignn;
import org.dssl.domain.nn.Cgcnn;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Gin;
import org.dssl.domain.nn.MegNet;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.reference.ReferenceSession;
import org.dssl.domain.testing.FiniteDifferences;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.Measure;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;
import org.dssl.ports.spi.ViewRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Heads that give vectors and forces, on every encoder. */
class DirectedHeadsTest {
    private static final OptimiserOptions OPTIMISER = OptimiserOptions.adamW(0, false);
    private static final RandomStream RANDOM = RandomStream.of(11);
    private static final List<Crystal> CRYSTALS =
            List.of(TestCrystals.random(5, 6, RANDOM.split(1)), TestCrystals.random(3, 5, RANDOM.split(2)));
    private static final Measure ENERGY = Measure.of("energy");
    private static final Measure PAIRWISE = Measure.of("pairwise");

    static Stream<Encoder> encoders() {
        return Stream.of(
                new DeeperGatGnn(8, 2, 2, 0),
                new Alignn(8, 4, 1, 1),
                new Cgcnn(8, 2, Activation.SOFTPLUS, 0),
                new Gin(8, 2, Activation.SILU, 0),
                new MegNet(8, 2, Activation.SOFTPLUS, 0));
    }

    /** Loss Σ F·direction; measures the energy, and Σ v·direction of the head along the bonds. */
    private record Probe() implements PretextTask {
        @Override
        public List<ViewRequest> views() {
            return List.of(ViewRequest.asIs());
        }

        @Override
        public List<Head> heads() {
            Head energy = Head.perAtom("energy", 4, 1);
            return List.of(energy, Head.forces("forces", energy), Head.vectors("pairwise", 4));
        }

        @Override
        public void label(int view, View of, Labels into) {
            into.atomVectors("direction", direction(of.crystal()));
        }

        @Override
        public <T> T loss(TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
            return along(algebra, outputs.of("forces", 0), targets);
        }

        private static <T> T along(TensorAlgebra<T> algebra, T vectors, Targets<T> targets) {
            return algebra.total(algebra.sumColumns(algebra.mul(vectors, targets.of("direction", 0))));
        }

        @Override
        public List<Measure> measures() {
            return List.of(ENERGY, PAIRWISE);
        }

        @Override
        public <T> T measure(Measure which, TensorAlgebra<T> algebra, Outputs<T> outputs, Targets<T> targets) {
            return which == ENERGY
                    ? algebra.total(outputs.sumOverAtoms(outputs.of("energy", 0), 0))
                    : along(algebra, outputs.of("pairwise", 0), targets);
        }
    }

    /** A vector of each atom that turns with the crystal: from the first atom to it, and a part of the lattice's first. */
    private static double[] direction(Crystal crystal) {
        double[] direction = new double[3 * crystal.atoms()];
        for (int atom = 0; atom < crystal.atoms(); atom++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int vector = 0; vector < 3; vector++) {
                    double along = crystal.fractional(atom, vector) - crystal.fractional(0, vector);
                    direction[3 * atom + axis] += (along + (vector == 0 ? 0.1 : 0))
                            * crystal.lattice().get(vector, axis);
                }
            }
        }
        return direction;
    }

    private static GraphOptions options(Encoder encoder, GraphMode mode) {
        return new GraphOptions(mode, 12, 8, 1e-4, true, encoder.readsAngles());
    }

    private static Feeds feeds(Encoder encoder, GraphMode mode, List<Crystal> crystals) {
        GraphOptions options = options(encoder, mode);
        List<PreparedCrystal> prepared =
                crystals.stream().map(c -> GraphStage.prepare(c, options)).toList();
        ViewPlan plan = plan();
        View sample = new ViewBuilder(options).build(prepared.get(0), ViewRequest.asIs(), RANDOM);
        return new PretrainBatches(
                        prepared,
                        new Order(IntStream.range(0, prepared.size()).toArray(), prepared.size(), RANDOM),
                        plan,
                        LabelSpec.probe(plan, List.of(sample)),
                        options,
                        List.of(new GraphPacker(features(encoder), plan.directions(0))),
                        false,
                        RANDOM)
                .batch(0, 0);
    }

    private static FeatureOptions features(Encoder encoder) {
        return FeatureOptions.of(options(encoder, GraphMode.ALL_IMAGES), false, false);
    }

    private static ViewPlan plan() {
        return ViewPlan.of(List.of(new ViewPlan.Named("probe", 1, new Probe())));
    }

    private static PretrainProgram program(Encoder encoder) {
        View sample = new ViewBuilder(options(encoder, GraphMode.ALL_IMAGES))
                .build(
                        GraphStage.prepare(CRYSTALS.get(0), options(encoder, GraphMode.ALL_IMAGES)),
                        ViewRequest.asIs(),
                        RANDOM);
        return new PretrainProgram(
                encoder,
                features(encoder).columns(),
                Tap.BEFORE_ATTENTION,
                plan(),
                LabelSpec.probe(plan(), List.of(sample)));
    }

    private static double[] evaluate(Encoder encoder, GraphMode mode, List<Crystal> crystals) {
        try (TrainingSession session = new ReferenceSession(program(encoder), OPTIMISER, 3)) {
            TrainingSession.Outcome outcome = session.evaluate(feeds(encoder, mode, crystals));
            return new double[] {
                outcome.loss(), outcome.scalar("measure/probe/energy"), outcome.scalar("measure/probe/pairwise")
            };
        }
    }

    private static void forcesAreTheEnergysGradient(Encoder encoder, GraphMode mode) {
        double step = 1e-5;
        double[] energies = new double[2];
        for (int side = 0; side < 2; side++) {
            double by = side == 0 ? step : -step;
            List<Crystal> moved = CRYSTALS.stream()
                    .map(c ->
                            c.moved(Arrays.stream(direction(c)).map(x -> x * by).toArray()))
                    .toList();
            energies[side] = evaluate(encoder, mode, moved)[1];
        }
        double expected = -(energies[0] - energies[1]) / (2 * step);
        double found = evaluate(encoder, mode, CRYSTALS)[0];
        assertTrue(Math.abs(found) > 1e-6, "a force that is zero tests nothing: " + found);
        assertClose(expected, found, new Tolerance(1e-5, 1e-8), encoder + " " + mode);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void forcesAreTheEnergysGradientByFiniteDifferences(Encoder encoder) {
        forcesAreTheEnergysGradient(encoder, GraphMode.ALL_IMAGES);
    }

    @ParameterizedTest
    @EnumSource
    void inBothModesOfGraph(GraphMode mode) {
        forcesAreTheEnergysGradient(new DeeperGatGnn(8, 2, 2, 0), mode);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void vectorsAndForcesTurnWithTheCrystalAndStayWhenItMoves(Encoder encoder) {
        double[] expected = evaluate(encoder, GraphMode.ALL_IMAGES, CRYSTALS);
        assertTrue(Math.abs(expected[2]) > 1e-6, "vectors are zero");
        List<Crystal> turned = CRYSTALS.stream()
                .map(c -> TestCrystals.rotated(TestCrystals.translated(c, 0.3, 0.1, 0.7), RANDOM.split(5)))
                .toList();
        assertClose(expected, evaluate(encoder, GraphMode.ALL_IMAGES, turned), Tolerance.of(1e-9), "turned");
    }

    /** The loss holds a gradient: its own gradient is a second derivative. MEGNet has no batch statistics. */
    @Test
    void theLossOfForcesHasTheRightGradient() {
        Encoder encoder = new MegNet(4, 1, Activation.SILU, 0);
        Feeds feeds = feeds(encoder, GraphMode.ALL_IMAGES, CRYSTALS);
        try (TrainingSession session = new ReferenceSession(program(encoder), OPTIMISER, 3)) {
            Map<String, NamedArray> weights = session.state().weights();
            Map<String, double[]> expected = FiniteDifferences.gradients(program(encoder), weights, feeds);
            Map<String, double[]> found = session.gradients(feeds, 0);
            assertTrue(found.size() > 10, "parameters with a gradient: " + found.keySet());
            found.forEach(
                    (name, gradient) -> assertClose(expected.get(name), gradient, new Tolerance(1e-5, 1e-7), name));
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void bothBackendsAgreeInForcesAndTheirGradients(Encoder encoder) {
        Feeds feeds = feeds(encoder, GraphMode.ALL_IMAGES, CRYSTALS);
        try (TrainingSession reference = new ReferenceSession(program(encoder), OPTIMISER, 3);
                TrainingSession tensorFlow = TestBackend.open(program(encoder), OPTIMISER, 3)) {
            tensorFlow.restore(reference.state());
            assertClose(
                    reference.evaluate(feeds).loss(),
                    tensorFlow.evaluate(feeds).loss(),
                    Tolerance.of(1e-4),
                    "in evaluation");
            Map<String, double[]> expected = reference.gradients(feeds, 0);
            Map<String, double[]> found = tensorFlow.gradients(feeds, 0);
            assertTrue(found.keySet().containsAll(expected.keySet()), "parameters with a gradient");
            double largest = expected.values().stream()
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            expected.forEach((name, gradient) ->
                    assertClose(gradient, found.get(name), new Tolerance(1e-3, 1e-4 * largest), name));
        }
    }
}
