package org.dssl.domain.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.graph.AtomColumns;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.graph.Quotient;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Statistics;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every encoder and every pooling must hold on every backend, checked on a property model. */
public abstract class EncoderContract {
    private final GraphOptions graphs =
            GraphOptions.DEFAULT.withAngles(encoder().readsAngles());
    private final FeatureOptions features = FeatureOptions.of(graphs, true, false)
            .withAtoms(new AtomColumns(
                    Optional.of(ElementFeatures.ONE_HOT),
                    true,
                    List.of(
                            ElementColumn.named("atomic-stiffness").orElseThrow(),
                            ElementColumn.named("block").orElseThrow()),
                    orbitalField()));
    private static final long SEED = 5;

    protected abstract Encoder encoder();

    protected abstract TrainingSession open(Program program, OptimiserOptions optimiser, long seed);

    /** Whether atoms have features that follow from their neighbours. */
    protected boolean orbitalField() {
        return false;
    }

    protected Pooling pooling() {
        return Pooling.MEAN;
    }

    /** How many times the embedding of its cell a cell twice as large has. */
    protected double doubling() {
        return 1;
    }

    /** Relative difference that is rounding on this backend. */
    protected abstract double tolerance();

    /** The same of gradients, which are small differences of large sums. */
    protected double gradientTolerance() {
        return 50 * tolerance();
    }

    // ---- crystals ----

    static Crystal rocksalt() {
        return new Crystal(
                "rocksalt",
                Lattice.ofParameters(5.64, 5.64, 5.64, 90, 90, 90),
                new int[] {11, 11, 11, 11, 17, 17, 17, 17},
                new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .5, .5, .5, .5, 0, 0, 0, .5, 0, 0, 0, .5},
                Map.of());
    }

    static Crystal rutile() {
        double u = 0.3053;
        return new Crystal(
                "rutile",
                Lattice.ofParameters(4.594, 4.594, 2.959, 90, 90, 90),
                new int[] {22, 22, 8, 8, 8, 8},
                new double[] {0, 0, 0, .5, .5, .5, u, u, 0, 1 - u, 1 - u, 0, .5 + u, .5 - u, .5, .5 - u, .5 + u, .5},
                Map.of());
    }

    /** No symmetry at all. */
    static Crystal skew() {
        return new Crystal(
                "skew",
                Lattice.ofParameters(4.1, 5.3, 6.2, 81, 97, 104),
                new int[] {3, 26, 15, 8},
                new double[] {.02, .11, .07, .51, .47, .33, .24, .81, .62, .77, .29, .88},
                Map.of());
    }

    private static final List<Crystal> ALL = List.of(rocksalt(), rutile(), skew());

    // ---- feeding ----

    private GraphPacker.Item item(Crystal crystal, boolean quotient) {
        CrystalGraph full = GraphBuilder.build(crystal, graphs);
        CrystalGraph graph = quotient ? Quotient.of(full, crystal.atomicNumbers(), graphs.tolerance()) : full;
        return new GraphPacker.Item(crystal, graph, null);
    }

    private Feeds feeds(List<Crystal> crystals, boolean quotient) {
        Feeds feeds = new Feeds();
        new GraphPacker(features)
                .pack(crystals.stream().map(c -> item(c, quotient)).toList(), "", feeds);
        double[] target = IntStream.range(0, crystals.size())
                .mapToDouble(i -> 0.4 * i - 0.3)
                .toArray();
        double[] ones = new double[crystals.size()];
        Arrays.fill(ones, 1);
        return feeds.numbers(PropertyProgram.TARGET, target, crystals.size(), 1)
                .numbers(PropertyProgram.WEIGHT, ones, crystals.size(), 1);
    }

    private Program program() {
        return new PropertyProgram(
                encoder(), features.columns(), 1, Tap.BEFORE_ATTENTION, pooling(), PropertyProgram.Loss.MSE);
    }

    private TrainingSession open() {
        TrainingSession session = open(program(), OptimiserOptions.adamW(0.01, true), SEED);
        // A few steps, so that running statistics and gains are not the trivial ones.
        for (int step = 0; step < 3; step++) {
            session.step(feeds(ALL, false), 1e-2, step);
        }
        return session;
    }

    private double[] predict(TrainingSession session, List<Crystal> crystals, boolean quotient) {
        return value(PropertyProgram.PREDICTION, session, crystals, quotient);
    }

    private double[] value(String name, TrainingSession session, List<Crystal> crystals, boolean quotient) {
        return session.evaluate(feeds(crystals, quotient)).values().get(name).values();
    }

    private static void assertSame(String what, double[] expected, double[] actual, double relative) {
        assertSame(what, expected, actual, relative, 1e-4);
    }

    /** @param rounding what counts as nothing beside the numbers that the values were computed from */
    private static void assertSame(String what, double[] expected, double[] actual, double relative, double rounding) {
        assertEquals(expected.length, actual.length, what);
        double scale = largest(expected);
        for (int i = 0; i < expected.length; i++) {
            double allowed = relative * (Math.abs(expected[i]) + 0.1 * scale + rounding);
            assertTrue(
                    Math.abs(expected[i] - actual[i]) <= allowed,
                    what + "[" + i + "]: " + expected[i] + " and " + actual[i]);
        }
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    // ---- properties ----

    @Test
    void crystalsOfABatchDoNotInfluenceOneAnotherInEvaluation() {
        try (TrainingSession session = open()) {
            double[] together = predict(session, ALL, false);
            for (int i = 0; i < ALL.size(); i++) {
                double[] alone = predict(session, List.of(ALL.get(i)), false);
                assertSame(ALL.get(i).id(), new double[] {together[i]}, alone, tolerance());
            }
            assertTrue(Statistics.populationDeviation(together) > 1e-4, "the crystals are told apart");
        }
    }

    @Test
    void theOrderOfAtomsDoesNotMatter() {
        try (TrainingSession session = open()) {
            List<Crystal> permuted = ALL.stream().map(EncoderContract::permuted).toList();
            assertSame("permuted", predict(session, ALL, false), predict(session, permuted, false), tolerance());
        }
    }

    @Test
    void rotationsAndTranslationsDoNotMatter() {
        try (TrainingSession session = open()) {
            List<Crystal> moved =
                    ALL.stream().map(EncoderContract::rotatedAndShifted).toList();
            // Lengths change in their last digits, which is more than rounding of the network itself.
            assertSame("moved", predict(session, ALL, false), predict(session, moved, false), 10 * tolerance());
        }
    }

    @Test
    void aSupercellHasTheEmbeddingOfItsCell() {
        try (TrainingSession session = open()) {
            List<Crystal> doubled = ALL.stream().map(EncoderContract::doubled).toList();
            double[] cell = Arrays.stream(value(PropertyProgram.EMBEDDING, session, ALL, false))
                    .map(x -> doubling() * x)
                    .toArray();
            double[] supercell = value(PropertyProgram.EMBEDDING, session, doubled, false);
            assertSame("supercell", cell, supercell, 10 * tolerance());
        }
    }

    @Test
    void theQuotientPredictsAsTheFullGraph() {
        try (TrainingSession session = open()) {
            assertTrue(item(rocksalt(), true).graph().atoms() == 2, "rocksalt collapses to two atoms");
            assertSame("quotient", predict(session, ALL, false), predict(session, ALL, true), tolerance());
        }
    }

    @Test
    void theQuotientTrainsAsTheFullGraph() {
        List<Map<String, double[]>> gradients = new ArrayList<>();
        List<double[]> losses = new ArrayList<>();
        for (boolean quotient : new boolean[] {false, true}) {
            try (TrainingSession session = open()) {
                gradients.add(session.gradients(feeds(ALL, quotient), 1));
                losses.add(IntStream.range(0, 3)
                        .mapToDouble(
                                s -> session.step(feeds(ALL, quotient), 1e-3, s).loss())
                        .toArray());
            }
        }
        // A bias before a normalisation has no gradient but the rounding of sums as large as the others'.
        double rounding = 0.01
                * gradients.get(0).values().stream()
                        .mapToDouble(EncoderContract::largest)
                        .max()
                        .orElseThrow();
        gradients
                .get(0)
                .forEach((name, full) ->
                        assertSame(name, full, gradients.get(1).get(name), gradientTolerance(), rounding));
        assertSame("losses of three steps", losses.get(0), losses.get(1), gradientTolerance());
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        Assumptions.assumeTrue(tolerance() < 1e-7, "differences of single-precision losses say nothing");
        try (TrainingSession session = open()) {
            Feeds feeds = feeds(ALL, true);
            Map<String, double[]> gradients = session.gradients(feeds, 1);
            Map<String, NamedArray> weights =
                    new LinkedHashMap<>(session.state().weights());
            RandomStream random = RandomStream.of(3);
            gradients.forEach((name, gradient) -> {
                int at = random.nextInt(gradient.length);
                double h = 1e-5;
                double slope =
                        (loss(session, feeds, weights, name, at, h) - loss(session, feeds, weights, name, at, -h))
                                / (2 * h);
                assertEquals(slope, gradient[at], 1e-6 * (1 + Math.abs(slope)), name + "[" + at + "]");
            });
        }
    }

    /** The training-mode loss with one weight moved, the session put back afterwards. */
    private static double loss(
            TrainingSession session, Feeds feeds, Map<String, NamedArray> weights, String name, int at, double by) {
        NamedArray array = weights.get(name);
        double[] moved = array.values().clone();
        moved[at] += by;
        session.restore(ModelState.ofWeights(Map.of(name, new NamedArray(name, true, array.shape(), moved))));
        double loss = session.step(feeds, 0, 1).loss();
        session.restore(ModelState.ofWeights(weights));
        return loss;
    }

    // ---- transformations ----

    private static Crystal permuted(Crystal c) {
        int[] order = RandomStream.of(11).permutation(c.atoms());
        int[] numbers = new int[c.atoms()];
        double[] fractional = new double[3 * c.atoms()];
        for (int i = 0; i < c.atoms(); i++) {
            numbers[i] = c.atomicNumber(order[i]);
            for (int axis = 0; axis < 3; axis++) {
                fractional[3 * i + axis] = c.fractional(order[i], axis);
            }
        }
        return new Crystal(c.id(), c.lattice(), numbers, fractional, Map.of());
    }

    private static Crystal rotatedAndShifted(Crystal c) {
        double cos = Math.cos(0.7);
        double sin = Math.sin(0.7);
        double[] rows = c.lattice().rows();
        for (int v = 0; v < 3; v++) {
            double x = rows[3 * v];
            double y = rows[3 * v + 1];
            rows[3 * v] = cos * x - sin * y;
            rows[3 * v + 1] = sin * x + cos * y;
        }
        double[] fractional = c.fractional();
        for (int i = 0; i < fractional.length; i++) {
            fractional[i] += 0.137 * (i % 3 + 1);
        }
        return new Crystal(c.id(), Lattice.ofRows(rows), c.atomicNumbers(), fractional, Map.of());
    }

    /** Twice along b. */
    private static Crystal doubled(Crystal c) {
        double[] rows = c.lattice().rows();
        for (int axis = 0; axis < 3; axis++) {
            rows[3 + axis] *= 2;
        }
        int n = c.atoms();
        int[] numbers = new int[2 * n];
        double[] fractional = new double[6 * n];
        for (int i = 0; i < 2 * n; i++) {
            numbers[i] = c.atomicNumber(i % n);
            fractional[3 * i] = c.fractional(i % n, 0);
            fractional[3 * i + 1] = (c.fractional(i % n, 1) + i / n) / 2;
            fractional[3 * i + 2] = c.fractional(i % n, 2);
        }
        return new Crystal(c.id(), Lattice.ofRows(rows), numbers, fractional, Map.of());
    }
}
