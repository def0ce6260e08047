package org.dssl.app.pretrain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.app.data.GraphStage;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.training.Order;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.it.QuotientCase;
import org.dssl.it.SameNumbers;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pretraining step on views reduced to their quotients is the step on the views themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PretrainQuotient {
    private static final String CASES = "org.dssl.it.QuotientCase#standard";
    private static final PretextTasks TASKS = PretextTasks.discovered(PretextTasks.class.getClassLoader());
    private static final int STEPS = 2;

    abstract List<Crystal> crystals();

    /** Masks of single atoms break the symmetry of a crystal in part. */
    @ParameterizedTest
    @MethodSource(CASES)
    void stepsOnViewsWithMaskedAtomsAreTheSame(QuotientCase network) {
        assertSameSteps(network, "atom", "cosine");
    }

    @ParameterizedTest
    @MethodSource(CASES)
    void stepsOnViewsWithMaskedClassesAreTheSame(QuotientCase network) {
        // Barlow Twins divides by the deviations of embeddings that are nearly equal before any training: there the
        // full
        // graph's own float32 gradients are wrong in their fourth digit.
        boolean exact = network.backend() == QuotientCase.Backend.DOUBLE;
        assertSameSteps(network, "class", exact ? "barlow-twins" : "simsiam");
    }

    private void assertSameSteps(QuotientCase network, String unit, String contrast) {
        List<ViewPlan.Named> tasks = List.of(
                task("mask", 0.1, Map.of("unit", unit)),
                task("atomic-stiffness", 0.1, Map.of("unit", unit)),
                // Labels on every atom: they enter the first colours of the masked view.
                task("valence-electrons", 0.3, Map.of("unit", unit, "atoms", "all")),
                task("contrastive", 1, Map.of("unit", unit, "loss", contrast, "augment", List.of("mask-atoms"))),
                // Displaced copies have no symmetry; they stay full graphs beside the quotients.
                new ViewPlan.Named(
                        "perturbed",
                        0.5,
                        task("contrastive", 1, Map.of("loss", contrast)).task()));
        Map<String, double[]> full = steps(network, batches(network.options(false), network, tasks));
        Map<String, double[]> quotient = steps(network, batches(network.options(true), network, tasks));
        double rounding = network.backend().rounding();
        SameNumbers.assertSame(of("loss", full), of("loss", quotient), rounding);
        SameNumbers.assertSame(of("statistic", full), of("statistic", quotient), rounding);
        SameNumbers.assertSameGradient(
                of("gradient", full),
                of("gradient", quotient),
                network.backend().roundingOfGradients());
        double[] rows = of("rows", full).get("rows");
        assertTrue(of("rows", quotient).get("rows")[0] < rows[0], "masked views collapse");
    }

    private static ViewPlan.Named task(String id, double weight, Map<String, Object> settings) {
        PretextTaskProvider provider = TASKS.find(id).orElseThrow();
        Map<String, Object> values = new HashMap<>();
        for (Option option : provider.options()) {
            values.put(option.name(), settings.getOrDefault(option.name(), option.defaultValue()));
        }
        PretextTask created = provider.create(new OptionValues(values));
        return new ViewPlan.Named(id, weight, created);
    }

    private PretrainBatches batches(GraphOptions options, QuotientCase network, List<ViewPlan.Named> tasks) {
        List<PreparedCrystal> prepared =
                crystals().stream().map(c -> GraphStage.prepare(c, options)).toList();
        ViewPlan plan = ViewPlan.of(tasks);
        RandomStream random = RandomStream.of(3);
        List<View> sample = plan.views().stream()
                .map(v -> new ViewBuilder(options).build(prepared.get(0), v, random))
                .toList();
        return new PretrainBatches(
                prepared,
                new Order(IntStream.range(0, prepared.size()).toArray(), prepared.size(), random),
                plan,
                LabelSpec.probe(plan, sample),
                options,
                plan.views().stream()
                        .map(v -> new GraphPacker(network.features()))
                        .toList(),
                true,
                random);
    }

    private static Map<String, double[]> steps(QuotientCase network, PretrainBatches batches) {
        PretrainProgram program = new PretrainProgram(
                network.encoder(),
                network.features().columns(),
                Tap.BEFORE_ATTENTION,
                batches.plan(),
                batches.labels());
        Map<String, double[]> numbers = new LinkedHashMap<>();
        Feeds feeds = batches.batch(0, 0);
        numbers.put("rows", new double[] {feeds.numbers("view-0/atom.features").rows()});
        try (TrainingSession session = network.backend().open(program)) {
            session.gradients(feeds, 1).forEach((name, values) -> numbers.put("gradient of " + name, values));
            List<Double> losses = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                TrainingSession.Outcome outcome = session.step(feeds, 1e-3, step);
                outcome.values().values().forEach(term -> losses.add(term.values()[0]));
                losses.add(outcome.loss());
                if (step == 0) {
                    addStatistics(session, numbers);
                }
            }
            numbers.put("losses", losses.stream().mapToDouble(x -> x).toArray());
        }
        return numbers;
    }

    /**
     * Of the first pass: in later ones a bias before a batch normalisation, whose gradient is noise, has been moved by
     * Adam's whole rate up or down. Losses do not see that, running means do.
     */
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
}
