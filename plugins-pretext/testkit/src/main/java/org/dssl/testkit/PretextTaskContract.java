package org.dssl.testkit;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.pretrain.TaskTrial;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.MegNet;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.reference.ReferenceSession;
import org.dssl.domain.testing.FiniteDifferences;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;
import org.junit.jupiter.api.Test;

/**
 * What every pretext task must hold, tested on the reference algebra in double precision. Inherit, and give a provider;
 * override {@link #settings} to test other options than the defaults, and {@link #crystals} if the task needs labels.
 */
public abstract class PretextTaskContract {
    private static final OptimiserOptions OPTIMISER = OptimiserOptions.adamW(0, false);
    private static final Tolerance EXACT = Tolerance.of(1e-9);
    private static final long SEED = 7;
    /** Compared of each parameter. */
    private static final int ENTRIES = 4;

    protected abstract PretextTaskProvider provider();

    /** Options that differ from their defaults. */
    protected Map<String, Object> settings() {
        return Map.of();
    }

    /** At least two crystals, some of them with equivalent atoms; labelled as the task needs. */
    protected List<Crystal> crystals() {
        return List.of(
                TestCrystals.rutile().withId("rutile"),
                TestCrystals.perovskite().withId("perovskite"),
                TestCrystals.rocksalt().withId("rocksalt"),
                TestCrystals.wurtzite().withId("wurtzite"),
                TestCrystals.random(4, 5, RandomStream.of(SEED)).withId("random"));
    }

    /** Whether the loss uses {@code stopGradient}: its gradient is then not that of its value. */
    protected boolean stopsGradients() {
        return false;
    }

    private PretextTask task() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Option option : provider().options()) {
            values.put(option.name(), option.defaultValue());
        }
        settings().forEach((name, value) -> {
            assertTrue(
                    values.containsKey(name), "settings() gives " + name + ", but the options are " + values.keySet());
            values.put(name, value);
        });
        return provider().create(new OptionValues(values)).fit(crystals());
    }

    /** Without batch statistics, so that evaluation is training and a crystal's embedding is its own alone. */
    private static Encoder encoder() {
        return new MegNet(4, 1, Activation.SILU, 0);
    }

    private TaskTrial trial() {
        return new TaskTrial(task(), encoder());
    }

    private List<List<View>> views() {
        TaskTrial trial = trial();
        return crystals().stream().map(crystal -> trial.views(crystal, SEED)).toList();
    }

    private double loss(List<List<View>> views, boolean quotient) {
        try (TrainingSession session = session()) {
            return session.evaluate(trial().feeds(views, quotient)).loss();
        }
    }

    private TrainingSession session() {
        return new ReferenceSession(program(), OPTIMISER, SEED);
    }

    private Program program() {
        return trial().program(views().get(0));
    }

    @Test
    void theProviderKeepsTheRulesOfTheInterface() {
        assertEquals(
                List.of(provider().id()), PretextTasks.of(List.of(provider())).ids());
    }

    @Test
    void theTaskIsTheSameEveryTimeItIsAsked() {
        assertEquals(task().views(), task().views(), "views()");
        assertEquals(task().heads(), task().heads(), "heads()");
        assertEquals(loss(views(), true), loss(views(), true), "the loss of equal views, labelled twice");
    }

    @Test
    void labelsHaveTheShapeOfWhatTheyLabelOnEveryCrystal() {
        trial().feeds(views(), true);
        trial().feeds(views(), false);
    }

    @Test
    void theLossIsANumberThatTrainingCanLower() {
        try (TrainingSession session = session()) {
            Feeds feeds = trial().feeds(views(), true);
            double loss = session.evaluate(feeds).loss();
            assertTrue(Double.isFinite(loss), "the loss is " + loss);
            boolean any = session.gradients(feeds, 0).values().stream()
                    .flatMapToDouble(Arrays::stream)
                    .anyMatch(g -> g != 0);
            assertTrue(any, "the loss does not depend on any parameter");
        }
    }

    @Test
    void theLossOfABatchWithoutAnyKnownLabelIsANumber() {
        Feeds feeds = trial().feeds(views(), true);
        program().inputs().stream()
                .filter(input -> input.name().startsWith("label/") && !input.isIndex())
                .forEach(input -> {
                    Feeds.Numbers given = feeds.numbers(input.name());
                    feeds.numbers(input.name(), new double[given.values().length], given.rows(), given.columns());
                });
        try (TrainingSession session = session()) {
            double loss = session.evaluate(feeds).loss();
            assertTrue(Double.isFinite(loss), "the loss is " + loss + "; use weightedMean with targets.weights");
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        assumeFalse(stopsGradients(), "the task stops gradients on purpose");
        Feeds feeds = trial().feeds(views(), true);
        try (TrainingSession session = session()) {
            Map<String, NamedArray> weights = session.state().weights();
            session.gradients(feeds, 0).forEach((name, gradient) -> {
                int[] entries = IntStream.range(0, Math.min(ENTRIES, gradient.length))
                        .map(k -> k * gradient.length / Math.min(ENTRIES, gradient.length))
                        .toArray();
                assertClose(
                        FiniteDifferences.gradient(program(), weights, feeds, name, entries),
                        Arrays.stream(entries).mapToDouble(e -> gradient[e]).toArray(),
                        new Tolerance(1e-4, 1e-6),
                        "gradient of " + name + " at " + Arrays.toString(entries));
            });
        }
    }

    @Test
    void theOrderOfAtomsDoesNotMatter() {
        List<List<View>> permuted = new ArrayList<>();
        for (List<View> views : views()) {
            permuted.add(ChangedViews.permuted(views, RandomStream.of(SEED).split(permuted.size())));
        }
        assertClose(loss(views(), false), loss(permuted, false), EXACT, "loss with atoms in another order");
    }

    @Test
    void theOrientationOfTheCrystalDoesNotMatter() {
        List<List<View>> turned =
                views().stream().map(views -> ChangedViews.turned(views, SEED)).toList();
        assertClose(loss(views(), false), loss(turned, false), Tolerance.of(1e-7), "loss of turned crystals");
    }

    @Test
    void theOrderOfCrystalsDoesNotMatter() {
        List<List<View>> other = new ArrayList<>(views());
        Collections.reverse(other);
        assertClose(loss(views(), true), loss(other, true), EXACT, "loss with crystals in another order");
    }

    @Test
    void crystalsOfABatchDoNotEnterOneAnothersLoss() {
        assumeFalse(task().couplesCrystals(), "the task says that crystals of a batch enter one another's loss");
        List<List<View>> twice = new ArrayList<>(views());
        twice.addAll(views());
        assertClose(
                loss(views(), true),
                loss(twice, true),
                EXACT,
                "loss of every crystal twice in a batch; else couplesCrystals() must return true");
    }

    @Test
    void equivalentAtomsMayBeComputedOnce() {
        assumeTrue(trial().reducible(), "no view of this task has symmetry left, or a head reads directions");
        Feeds full = trial().feeds(views(), false);
        Feeds reduced = trial().feeds(views(), true);
        try (TrainingSession session = session()) {
            assertClose(session.evaluate(full).loss(), session.evaluate(reduced).loss(), EXACT, "loss");
            Map<String, double[]> expected = session.gradients(full, 0);
            Map<String, double[]> found = session.gradients(reduced, 0);
            expected.forEach((name, gradient) -> assertClose(gradient, found.get(name), EXACT, "gradient of " + name));
        }
    }
}
