package org.dssl.app.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dssl.app.data.GraphStage;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.training.Order;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;
import org.junit.jupiter.api.Test;

class PretrainBatchesTest {
    private static final PretextTasks TASKS = PretextTasks.discovered(PretextTasks.class.getClassLoader());
    private static final List<Crystal> CRYSTALS = List.of(
            cubic("NaCl", 5.64, 11, 17),
            cubic("MgO", 4.21, 12, 8),
            cubic("CsF", 6.01, 55, 9),
            cubic("LiH", 4.08, 3, 1));

    private static Crystal cubic(String id, double a, int cation, int anion) {
        return new Crystal(
                id,
                Lattice.ofParameters(a, a, a, 90, 90, 90),
                new int[] {cation, cation, cation, cation, anion, anion, anion, anion},
                new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .5, .5, .5, .5, 0, 0, 0, .5, 0, 0, 0, .5},
                Map.of());
    }

    private static PretextTask task(String id, Map<String, Object> settings) {
        PretextTaskProvider provider = TASKS.find(id).orElseThrow();
        Map<String, Object> values = new java.util.HashMap<>();
        for (Option option : provider.options()) {
            values.put(option.name(), settings.getOrDefault(option.name(), option.defaultValue()));
        }
        return provider.create(new OptionValues(values));
    }

    private static PretrainBatches batches(boolean quotient, boolean redraw, List<ViewPlan.Named> tasks) {
        GraphOptions options = GraphOptions.DEFAULT.withQuotient(quotient);
        List<PreparedCrystal> prepared =
                CRYSTALS.stream().map(c -> GraphStage.prepare(c, options)).toList();
        ViewPlan plan = ViewPlan.of(tasks);
        RandomStream random = RandomStream.of(3);
        List<View> sample = plan.views().stream()
                .map(v -> new ViewBuilder(options).build(prepared.get(0), v, random))
                .toList();
        FeatureOptions features = FeatureOptions.of(options, false, false);
        return new PretrainBatches(
                prepared,
                new Order(IntStream.range(0, prepared.size()).toArray(), 2, random),
                plan,
                LabelSpec.probe(plan, sample),
                options,
                plan.views().stream().map(v -> new GraphPacker(features)).toList(),
                redraw,
                random);
    }

    private static List<ViewPlan.Named> maskAndStiffness(String unit) {
        return List.of(
                new ViewPlan.Named("mask", 1, task("mask", Map.of("unit", unit))),
                new ViewPlan.Named("stiffness", 0.5, task("atomic-stiffness", Map.of("unit", unit))));
    }

    @Test
    void tasksThatAskForTheSameViewShareIt() {
        assertEquals(1, ViewPlan.of(maskAndStiffness("class")).views().size());
        List<ViewPlan.Named> three = List.of(
                maskAndStiffness("class").get(0), new ViewPlan.Named("contrast", 1, task("contrastive", Map.of())));
        assertEquals(3, ViewPlan.of(three).views().size());
    }

    @Test
    void maskingAWholeClassKeepsTheSymmetryAndItsLabels() {
        Feeds feeds = batches(true, true, maskAndStiffness("class")).batch(0, 0);
        assertEquals(4, feeds.numbers("view-0/atom.features").rows(), "two crystals of two classes each");
        Feeds.Numbers weights = feeds.numbers("label/0/0/element/weight");
        assertEquals(8, Arrays.stream(weights.values()).sum(), "four equal atoms are masked in each crystal");
    }

    @Test
    void maskingSingleAtomsSplitsTheirClass() {
        Feeds feeds = batches(true, true, maskAndStiffness("atom")).batch(0, 0);
        assertTrue(feeds.numbers("view-0/atom.features").rows() > 4);
        Feeds.Numbers weights = feeds.numbers("label/0/0/element/weight");
        assertEquals(2, Arrays.stream(weights.values()).sum(), "one of eight atoms is masked in each crystal");
    }

    @Test
    void aBatchDependsOnEpochAndNumberAlone() {
        PretrainBatches batches = batches(true, true, maskAndStiffness("atom"));
        assertArrayEquals(features(batches, 3), features(batches, 3));
        assertFalse(Arrays.equals(features(batches, 3), features(batches, 4)));
    }

    @Test
    void crystalsAsTheyAreAreLabelledOnceAndMaskedOnesInEveryEpoch() {
        AtomicInteger labelled = new AtomicInteger();
        PretrainBatches asIs = batches(true, true, List.of(counted("bond-length", Map.of(), labelled)));
        double[] first = asIs.batch(0, 0).numbers("label/0/0/length").values();
        int once = labelled.get();
        IntStream.range(0, 6).forEach(epoch -> asIs.batch(epoch, 0));
        IntStream.range(0, 6).forEach(epoch -> asIs.batch(epoch, 1));
        assertEquals(CRYSTALS.size() + once - 2, labelled.get());
        assertArrayEquals(first, asIs.batch(0, 0).numbers("label/0/0/length").values());

        labelled.set(0);
        PretrainBatches masked = batches(true, true, List.of(counted("mask", Map.of(), labelled)));
        int probed = labelled.get();
        IntStream.range(0, 3).forEach(epoch -> masked.batch(epoch, 0));
        assertEquals(probed + 3 * 2, labelled.get());
    }

    private static ViewPlan.Named counted(String id, Map<String, Object> settings, AtomicInteger labelled) {
        PretextTask task = task(id, settings);
        PretextTask counting = (PretextTask) Proxy.newProxyInstance(
                PretextTask.class.getClassLoader(), new Class<?>[] {PretextTask.class}, (proxy, method, arguments) -> {
                    labelled.addAndGet(method.getName().equals("label") ? 1 : 0);
                    return method.invoke(task, arguments);
                });
        return new ViewPlan.Named(id, 1, counting);
    }

    @Test
    void twoTasksOfOneTypeHaveLabelsAndHeadsOfTheirOwn() {
        List<ViewPlan.Named> both = List.of(
                new ViewPlan.Named("block", 1, task("element-property", Map.of("property", "block"))),
                new ViewPlan.Named("radius", 1, task("element-property", Map.of("property", "covalent-radius"))));
        PretrainBatches batches = batches(true, true, both);
        assertEquals(1, batches.plan().views().size());
        Feeds feeds = batches.batch(0, 0);
        assertEquals(4, feeds.numbers("label/0/0/property").columns());
        assertEquals(1, feeds.numbers("label/1/0/property").columns());
        double[] losses = losses(batches);
        assertTrue(losses[3] < losses[0], "training lowers the loss");
    }

    private static double[] features(PretrainBatches batches, int epoch) {
        return batches.batch(epoch, 1).numbers("view-0/atom.features").values();
    }

    @Test
    void theQuotientOfViewsTrainsAsTheirFullGraphs() {
        List<ViewPlan.Named> tasks = new java.util.ArrayList<>(maskAndStiffness("class"));
        tasks.add(
                new ViewPlan.Named("valence", 0.3, task("valence-electrons", Map.of("atoms", "all", "unit", "class"))));
        tasks.add(new ViewPlan.Named(
                "contrast",
                0.7,
                task(
                        "contrastive",
                        Map.of("loss", "cosine", "augment", List.of("mask-atoms"), "projector", List.of()))));
        double[] full = losses(batches(false, true, tasks));
        double[] quotient = losses(batches(true, true, tasks));
        for (int i = 0; i < full.length; i++) {
            assertEquals(full[i], quotient[i], 2e-5 * (1 + Math.abs(full[i])), "loss of step " + i);
        }
        assertTrue(full[3] < full[0], "training lowers the loss");
    }

    private static double[] losses(PretrainBatches batches) {
        PretrainProgram program = new PretrainProgram(
                new DeeperGatGnn(8, 2, 2, 0),
                FeatureOptions.of(GraphOptions.DEFAULT, false, false).columns(),
                Tap.BEFORE_ATTENTION,
                batches.plan(),
                batches.labels());
        try (TrainingSession session = TestBackend.open(program, OptimiserOptions.adamW(0.01, false), 5)) {
            return IntStream.range(0, 4)
                    .mapToDouble(step ->
                            session.step(batches.batch(0, 0), 1e-2, step).loss())
                    .toArray();
        }
    }
}
