package org.dssl.adapters.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.TrainingSession;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The detector of leaks sees each kind of native object, and what trains and predicts closes all of them. */
class NativeLeaksTest {
    private static final List<AutoCloseable> LEFT = new ArrayList<>();

    /** Run by the tests below, not by the build. */
    static class Leaking {
        @Test
        void aTensor() {
            LEFT.add(Tensors.floats(new double[3], 3));
        }

        @Test
        void aSession() {
            LEFT.add(open());
        }

        @Test
        void aRunThatIsNotClosed() {
            NativeSession session = new NativeSession(org.tensorflow.proto.ConfigProto.getDefaultInstance());
            Run run = session.run();
            LEFT.add(run);
            LEFT.add(session);
            run.fetch(session.operations().constant(1f));
            run.execute();
        }

        @Test
        void nothing() {
            Tensors.scalar(1.0).close();
        }
    }

    @Test
    void aLeakFailsItsTest() throws Exception {
        TestExecutionSummary summary = run(Leaking.class);
        for (AutoCloseable left : LEFT) {
            left.close();
        }
        StringWriter text = new StringWriter();
        summary.printFailuresTo(new PrintWriter(text));
        assertEquals(4, summary.getTestsStartedCount(), text.toString());
        assertEquals(3, summary.getTestsFailedCount(), text.toString());
        assertTrue(text.toString().contains("1 native objects were not closed"), text.toString());
        assertTrue(text.toString().contains("2 native objects were not closed"), text.toString());
    }

    private static TestExecutionSummary run(Class<?> tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                                .configurationParameter(LauncherConstants.CAPTURE_STDOUT_PROPERTY_NAME, "false")
                                .build(),
                        listener);
        return listener.getSummary();
    }

    @Test
    void everyCallClosesWhatItOpened() {
        try (TrainingSession session = open()) {
            session.step(SegmentProgram.batch(), 0.01, 1);
            requireNothingLeft("step", () -> session.step(SegmentProgram.batch(), 0.01, 2));
            requireNothingLeft("evaluate", () -> session.evaluate(SegmentProgram.batch()));
            requireNothingLeft("gradients", () -> session.gradients(SegmentProgram.batch(), 3));
            requireNothingLeft("state and restore", () -> session.restore(session.state()));
            requireNothingLeft(
                    "refused",
                    () -> assertThrows(
                            IllegalArgumentException.class,
                            () -> session.evaluate(SegmentProgram.batch().index("segment", new int[] {9}, 3))));
        }
    }

    private static void requireNothingLeft(String call, Runnable action) {
        long before = Pointer.totalCount();
        action.run();
        assertTrue(Pointer.totalCount() <= before, call + " left native objects");
    }

    /** By the build's own settings: without them the tests of this module would not be watched. */
    @Test
    void theBuildSwitchesTheDetectorOn() {
        assertEquals("theBuildSwitchesTheDetectorOn", NativeLeaks.watched());
    }

    private static TrainingSession open() {
        return new TensorFlowBackend(2, Device.CPU)
                .open(new SegmentProgram(0.3), OptimiserOptions.adamW(0.01, true), 5);
    }
}
