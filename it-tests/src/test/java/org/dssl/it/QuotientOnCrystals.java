package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.graph.Quotient;
import org.dssl.domain.nn.Alignn;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.PropertyProgram;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.testing.TensorAssertions;
import org.junit.jupiter.api.Test;

/** With and without the quotient the numbers are the same, on the 24 reference crystals. */
abstract class QuotientOnCrystals {
    private static final long SEED = 4;

    abstract TrainingSession open(Program program, OptimiserOptions optimiser, long seed);

    /** Relative; the absolute floor of outputs is a tenth of it. */
    abstract double tolerance();

    @Test
    void deeperGatGnnGivesTheSameNumbers() {
        assertSame(new DeeperGatGnn(12, 2, 4, 0), false);
    }

    @Test
    void alignnGivesTheSameNumbers() {
        assertSame(new Alignn(12, 8, 2, 2), false);
    }

    @Test
    void deeperGatGnnGivesTheSameNumbersOfMaskedCrystals() {
        assertSame(new DeeperGatGnn(12, 2, 4, 0), true);
    }

    @Test
    void alignnGivesTheSameNumbersOfMaskedCrystals() {
        assertSame(new Alignn(12, 8, 2, 2), true);
    }

    private void assertSame(Encoder encoder, boolean masked) {
        GraphOptions graphs = GraphOptions.DEFAULT.withAngles(encoder.readsAngles());
        List<GraphPacker.Item> full = new ArrayList<>();
        List<GraphPacker.Item> quotients = new ArrayList<>();
        for (Crystal crystal : SharedData.referenceCrystals()) {
            boolean[] mask = new boolean[crystal.atoms()];
            mask[0] = masked;
            int[] colours = crystal.atomicNumbers();
            colours[0] += masked ? 1000 : 0;
            CrystalGraph graph = GraphBuilder.build(crystal, graphs);
            CrystalGraph quotient = Quotient.of(graph, colours, graphs.tolerance());
            full.add(new GraphPacker.Item(crystal, graph, mask));
            quotients.add(new GraphPacker.Item(crystal, quotient, mask));
        }
        FeatureOptions features = FeatureOptions.of(graphs, true, false);
        Feeds whole = feeds(features, full);
        Feeds small = feeds(features, quotients);
        int rows = whole.index("edge.source").ids().length;
        assertTrue(small.index("edge.source").ids().length < rows, "the quotient is smaller");
        Program program = new PropertyProgram(
                encoder, features.columns(), 1, Tap.BEFORE_ATTENTION, Pooling.MEAN, PropertyProgram.Loss.MSE);
        try (TrainingSession one = open(program, OptimiserOptions.adamW(0, false), SEED);
                TrainingSession other = open(program, OptimiserOptions.adamW(0, false), SEED)) {
            compareGradients(one.gradients(whole, 1), other.gradients(small, 1));
            // The step's rate is zero: only the running statistics move.
            close("loss", one.step(whole, 0, 1).loss(), other.step(small, 0, 1).loss());
            one.state()
                    .weights()
                    .forEach((name, array) -> close(
                            name,
                            array.values(),
                            other.state().weights().get(name).values(),
                            tolerance() / 10));
            close(
                    "predictions",
                    one.evaluate(whole).values().get(PropertyProgram.PREDICTION).values(),
                    other.evaluate(small)
                            .values()
                            .get(PropertyProgram.PREDICTION)
                            .values(),
                    tolerance() / 10);
        }
    }

    /** Some gradients are nothing but the rounding of sums as large as the largest. */
    private void compareGradients(Map<String, double[]> whole, Map<String, double[]> small) {
        double largest = whole.values().stream()
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        whole.forEach((name, gradient) -> assertClose(
                gradient,
                small.get(name),
                new TensorAssertions.Tolerance(10 * tolerance(), tolerance() * largest),
                name));
    }

    private void close(String what, double expected, double actual) {
        close(what, new double[] {expected}, new double[] {actual}, tolerance() / 10);
    }

    private void close(String what, double[] expected, double[] actual, double floor) {
        assertClose(expected, actual, new TensorAssertions.Tolerance(tolerance(), floor), what);
    }

    private static Feeds feeds(FeatureOptions features, List<GraphPacker.Item> items) {
        double[] target = new double[items.size()];
        Arrays.setAll(target, i -> Math.sin(i));
        double[] ones = new double[items.size()];
        Arrays.fill(ones, 1);
        Feeds feeds = new Feeds()
                .numbers(PropertyProgram.TARGET, target, items.size(), 1)
                .numbers(PropertyProgram.WEIGHT, ones, items.size(), 1);
        new GraphPacker(features).pack(items, "", feeds);
        return feeds;
    }
}
