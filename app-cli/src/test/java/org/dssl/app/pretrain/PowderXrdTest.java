package org.dssl.app.pretrain;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.MegNet;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The task powder-xrd on an encoder. */
class PowderXrdTest {
    private static final OptimiserOptions OPTIMISER = OptimiserOptions.adamW(0, false);
    private static final Crystal EINSTEINIUM =
            new Crystal("Es", TestCrystals.cubic(4), new int[] {99}, new double[3], Map.of());
    private static final List<Crystal> CRYSTALS = List.of(
            TestCrystals.rutile().withId("rutile"),
            TestCrystals.cubicRocksalt().withId("rocksalt"),
            EINSTEINIUM,
            TestCrystals.wurtzite().withId("wurtzite"),
            TestCrystals.perovskite().withId("perovskite"));

    private static TaskTrial trial(String mode) {
        PretextTaskProvider provider = PretextTasks.discovered(PowderXrdTest.class.getClassLoader())
                .find("powder-xrd")
                .orElseThrow();
        Map<String, Object> values = new HashMap<>();
        for (Option option : provider.options()) {
            values.put(option.name(), option.defaultValue());
        }
        values.put("mode", mode);
        values.put("bins", 32L);
        PretextTask task = provider.create(new OptionValues(values));
        return new TaskTrial(task, new MegNet(8, 1, Activation.SOFTPLUS, 0));
    }

    private static List<List<View>> views(TaskTrial trial) {
        return CRYSTALS.stream().map(crystal -> trial.views(crystal, 1)).toList();
    }

    private static Program program(TaskTrial trial) {
        return trial.program(trial.views(EINSTEINIUM, 1));
    }

    @Test
    void aCrystalOfEinsteiniumIsLeftOut() {
        TaskTrial trial = trial("predict");
        Feeds feeds = trial.feeds(views(trial), true);
        assertClose(
                new double[] {1, 1, 0, 1, 1},
                feeds.numbers("label/0/0/pattern/weight").values(),
                Tolerance.of(0),
                "weights");
        Feeds.Numbers patterns = feeds.numbers("label/0/0/pattern");
        assertEquals(32, patterns.columns());
        assertEquals(4, Arrays.stream(patterns.values()).sum(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "contrast"})
    void trainingLearnsThePatterns(String mode) {
        TaskTrial trial = trial(mode);
        Feeds feeds = trial.feeds(views(trial), true);
        try (TrainingSession session = new ReferenceSession(program(trial), OPTIMISER, 3)) {
            double before = session.evaluate(feeds).loss();
            for (int step = 0; step < 150; step++) {
                session.step(feeds, 0.01, step);
            }
            double after = session.evaluate(feeds).loss();
            assertTrue(after < 0.5 * before, before + " became " + after);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "contrast"})
    void theQuotientLeavesTheLoss(String mode) {
        TaskTrial trial = trial(mode);
        try (TrainingSession session = new ReferenceSession(program(trial), OPTIMISER, 3)) {
            assertClose(
                    session.evaluate(trial.feeds(views(trial), false)).loss(),
                    session.evaluate(trial.feeds(views(trial), true)).loss(),
                    Tolerance.of(1e-9),
                    mode);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "contrast"})
    void bothBackendsAgreeInLossAndGradients(String mode) {
        TaskTrial trial = trial(mode);
        Feeds feeds = trial.feeds(views(trial), true);
        try (TrainingSession reference = new ReferenceSession(program(trial), OPTIMISER, 3);
                TrainingSession tensorFlow = TestBackend.open(program(trial), OPTIMISER, 3)) {
            tensorFlow.restore(reference.state());
            assertClose(
                    reference.evaluate(feeds).loss(), tensorFlow.evaluate(feeds).loss(), Tolerance.of(1e-5), mode);
            Map<String, double[]> found = tensorFlow.gradients(feeds, 0);
            reference
                    .gradients(feeds, 0)
                    .forEach((name, gradient) ->
                            assertClose(gradient, found.get(name), new Tolerance(1e-3, 1e-5), mode + " " + name));
        }
    }
}
