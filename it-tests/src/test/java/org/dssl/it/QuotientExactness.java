package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.augment.Masking;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.graph.Quotient;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.PropertyProgram;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Statistics;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network computes the same numbers on a graph and on its quotient, with one class of lengths for both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuotientExactness {
    private static final String CASES = "org.dssl.it.QuotientCase#all";
    private static final int STEPS = 2;

    abstract List<Crystal> crystals();

    @ParameterizedTest
    @MethodSource(CASES)
    void predictionsAreTheSame(QuotientCase network) {
        Feeds graphs = feeds(network, false, false);
        try (TrainingSession session = warm(network, false, graphs)) {
            Map<String, double[]> full = evaluate(session, graphs);
            SameNumbers.assertSame(full, evaluate(session, feeds(network, true, false)), rounding(network));
            assertTrue(
                    Statistics.populationDeviation(full.get(PropertyProgram.PREDICTION)) > 1e-3,
                    "the network tells crystals apart");
        }
    }

    @ParameterizedTest
    @MethodSource(CASES)
    void trainingIsTheSame(QuotientCase network) {
        assertTrains(network, false, feeds(network, false, false), feeds(network, true, false));
    }

    @ParameterizedTest
    @MethodSource(CASES)
    void maskedCrystalsArePredictedAndTrainedTheSame(QuotientCase network) {
        Feeds graphs = feeds(network, false, true);
        Feeds quotients = feeds(network, true, true);
        try (TrainingSession session = warm(network, true, graphs)) {
            SameNumbers.assertSame(evaluate(session, graphs), evaluate(session, quotients), rounding(network));
        }
        assertTrains(network, true, graphs, quotients);
    }

    /** Gradients, losses of some steps, and the running statistics that they leave. */
    private void assertTrains(QuotientCase network, boolean masked, Feeds graphs, Feeds quotients) {
        Map<String, double[]> full = numbers(warm(network, masked, graphs), graphs);
        Map<String, double[]> quotient = numbers(warm(network, masked, graphs), quotients);
        SameNumbers.assertSame(of("loss", full), of("loss", quotient), rounding(network));
        SameNumbers.assertSame(of("statistic", full), of("statistic", quotient), rounding(network));
        SameNumbers.assertSameGradient(
                of("gradient", full),
                of("gradient", quotient),
                network.backend().roundingOfGradients());
    }

    private static double rounding(QuotientCase network) {
        return network.backend().rounding();
    }

    private static Map<String, double[]> numbers(TrainingSession warm, Feeds feeds) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        try (TrainingSession session = warm) {
            session.gradients(feeds, 1).forEach((name, values) -> numbers.put("gradient of " + name, values));
            double[] losses = new double[STEPS];
            for (int step = 0; step < STEPS; step++) {
                losses[step] = session.step(feeds, 1e-3, step).loss();
                if (step == 0) {
                    addStatistics(session, numbers);
                }
            }
            numbers.put("losses of steps", losses);
        }
        return numbers;
    }

    private static void addStatistics(TrainingSession session, Map<String, double[]> numbers) {
        for (NamedArray array : session.state().weights().values()) {
            if (!array.trained()) {
                numbers.put("statistic " + array.name(), array.values());
            }
        }
    }

    private static Map<String, double[]> of(String kind, Map<String, double[]> numbers) {
        Map<String, double[]> some = new LinkedHashMap<>(numbers);
        some.keySet().removeIf(name -> !name.startsWith(kind));
        return some;
    }

    private static Map<String, double[]> evaluate(TrainingSession session, Feeds feeds) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        TrainingSession.Outcome outcome = session.evaluate(feeds);
        outcome.values().forEach((name, values) -> numbers.put(name, values.values()));
        numbers.put("loss", new double[] {outcome.loss()});
        return numbers;
    }

    /** A few steps on full graphs, so that gains and running statistics are not the trivial ones. */
    private static TrainingSession warm(QuotientCase network, boolean masked, Feeds graphs) {
        PropertyProgram program = new PropertyProgram(
                network.encoder(),
                network.features().columns(),
                1,
                masked ? Tap.AFTER_ATTENTION : Tap.BEFORE_ATTENTION,
                masked ? Pooling.SUM : Pooling.MEAN,
                masked ? PropertyProgram.Loss.L1 : PropertyProgram.Loss.MSE);
        TrainingSession session = network.backend().open(program);
        for (int step = 0; step < STEPS; step++) {
            session.step(graphs, 1e-2, step);
        }
        return session;
    }

    private Feeds feeds(QuotientCase network, boolean quotient, boolean masked) {
        List<GraphPacker.Item> items = new ArrayList<>();
        for (Crystal crystal : crystals()) {
            items.add(item(crystal, network.options(quotient), masked));
        }
        if (quotient) {
            assertTrue(
                    items.stream().anyMatch(i -> i.graph().atoms() < i.crystal().atoms()), "some crystal collapses");
        }
        Feeds feeds = new Feeds();
        new GraphPacker(network.features()).pack(items, "", feeds);
        double[] target = new double[items.size()];
        Arrays.setAll(target, i -> Math.sin(i));
        double[] known = new double[items.size()];
        Arrays.setAll(known, i -> i % 5 == 4 ? 0 : 1);
        return feeds.numbers(PropertyProgram.TARGET, target, items.size(), 1)
                .numbers(PropertyProgram.WEIGHT, known, items.size(), 1);
    }

    private static GraphPacker.Item item(Crystal crystal, GraphOptions options, boolean masked) {
        CrystalGraph full = GraphBuilder.build(crystal, options);
        int[] colours = crystal.atomicNumbers();
        boolean[] mask = null;
        if (masked) {
            RandomStream draw = RandomStream.of(4).split(crystal.id());
            mask = new Masking(0.2, Masking.Unit.ATOM, Masking.Count.ROUND).draw(colours, draw);
            for (int i = 0; i < colours.length; i++) {
                colours[i] = mask[i] ? 0 : colours[i];
            }
        }
        CrystalGraph graph = options.quotient() ? Quotient.of(full, colours, options.tolerance()) : full;
        return new GraphPacker.Item(crystal, graph, mask);
    }
}
