package org.dssl.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.ports.run.RunSummary;
import org.dssl.ports.run.StudySummary;
import org.dssl.ports.run.StudySummary.Cell;
import org.junit.jupiter.api.Test;

class StudyRunnerTest {
    private static final Path FOLDER = Path.of("study");
    private static final StudyListener DEAF = (number, of, trial) -> {};

    private static Trial trial(String name) {
        return new Trial(name, Path.of("my.yaml"), List.of(), FOLDER.resolve(name));
    }

    private static final Study STUDY = new Study(
            StudySummary.Kind.ABLATION,
            FOLDER,
            "my",
            List.of(trial("pretraining")),
            List.of(new Study.Column("bulk", 1), new Study.Column("shear", 1)),
            List.of(
                    new Study.Row("a", "A", List.of(trial("a-bulk"), trial("a-shear"))),
                    new Study.Row("b", "B", List.of(trial("b-bulk"), trial("b-shear")))));

    /** Errors of two folds; those of rows that begin with b are half as large. */
    private static RunSummary summary(Trial trial) {
        double mean = trial.label().startsWith("b") ? 0.1 : 0.2;
        RunSummary.TargetScore score =
                new RunSummary.TargetScore("K", List.of(mean * 0.9, mean * 1.1), mean, 0.014, 0.01, List.of(1.0, 1.0));
        return new RunSummary(
                trial.label(),
                List.of(new RunSummary.Target("K", "none", "GPa")),
                List.of(new RunSummary.Variant("pretrained", List.of(score))),
                List.of(),
                new RunSummary.Counts(1, 0, List.of(new RunSummary.Graphs("x", Shrinkage.NONE))),
                1);
    }

    private static TrialRuns runs(Function<Trial, RunSummary> run) {
        return new TrialRuns() {
            @Override
            public RunSummary run(Trial trial) {
                return run.apply(trial);
            }

            @Override
            public void cancel() {}
        };
    }

    @Test
    void pretrainingsComeFirstAndTheTableGrowsWithEveryTrial() {
        List<String> order = new ArrayList<>();
        List<StudySummary> tables = new ArrayList<>();
        StudyListener hears = (number, of, trial) -> order.add(number + "/" + of + " " + trial.label());
        StudySummary summary = new StudyRunner(STUDY, runs(StudyRunnerTest::summary), hears, tables::add).run(1);
        assertEquals(List.of("1/5 pretraining", "2/5 a-bulk", "3/5 a-shear", "4/5 b-bulk", "5/5 b-shear"), order);
        assertEquals(4, tables.size());
        assertEquals(1, tables.get(0).columns().size(), "a column whose target is not known yet");
        assertNull(tables.get(0).rows().get(1).cells().get(0).score());
        Cell cell = summary.rows().get(1).cells().get(1);
        assertTrue(cell.best());
        assertEquals(-50, cell.against().changePercent(), 1e-9);
        assertEquals(2, cell.against().foldsBetter());
        assertNull(summary.rows().get(0).cells().get(0).against());
        assertEquals(List.of("b-bulk", "b-shear"), summary.rows().get(1).folders());
    }

    @Test
    void twoJobsRunTwoTrialsAtATime() {
        CyclicBarrier both = new CyclicBarrier(2);
        List<String> met = Collections.synchronizedList(new ArrayList<>());
        TrialRuns meeting = runs(trial -> {
            if (!trial.label().equals("pretraining")) {
                meet(both);
                met.add(trial.label());
            }
            return summary(trial);
        });
        new StudyRunner(STUDY, meeting, DEAF, table -> {}).run(2);
        assertEquals(4, met.size());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("no other trial ran beside this one", e);
        }
    }

    @Test
    void aStoppedTrialEndsTheStudy() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        TrialRuns stopping = runs(trial -> {
            ran.add(trial.label());
            if (trial.label().equals("pretraining")) {
                throw new CancellationException("stopped");
            }
            return summary(trial);
        });
        StudyRunner runner = new StudyRunner(STUDY, stopping, DEAF, table -> {});
        assertThrows(CancellationException.class, () -> runner.run(1));
        assertEquals(List.of("pretraining"), ran);
    }
}
