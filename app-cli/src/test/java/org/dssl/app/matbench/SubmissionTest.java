package org.dssl.app.matbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.train.MatbenchFolds;
import org.dssl.ports.out.MatbenchFiles;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {
    private static final RunConfigReader READER = new RunConfigReader(
            new YamlConfigReader(name -> null), PretextTasks.discovered(SubmissionTest.class.getClassLoader()));
    private static final MatbenchTask PHONONS = MatbenchTask.named("matbench_phonons");
    private static final MatbenchTask BULK = MatbenchTask.named("matbench_log_kvrh");
    private static final double MEAN = 2000;

    @TempDir
    Path temp;

    private Path run;
    private MatbenchFiles.Results written;

    @BeforeEach
    void name() {
        run = temp.resolve("run");
    }

    /** Truths about the mean, half above and half below, as far from it as the task's are on average. */
    private static List<Prediction> fold(MatbenchTask task, int number, double error, DoubleUnaryOperator unit) {
        int[] folds = MatbenchFolds.of(task.samples());
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < folds.length; i++) {
            if (folds[i] == number) {
                double truth = MEAN + (i % 2 == 0 ? 1 : -1) * task.deviation();
                rows.add(new Prediction(task.id(i), "y", unit.applyAsDouble(truth), unit.applyAsDouble(truth + error)));
            }
        }
        return rows;
    }

    private void write(String variant, String part, List<Prediction> rows) {
        try (RunFolder folder = new FileRunFolders().open(run, "seed: 7\n", false)) {
            folder.writePredictions(variant, part, rows);
            folder.writeMetrics(variant, part, Map.of());
            folder.writeProvenance(Map.of(
                    "started", "2026-01-02T03:04:05.678Z", "dssl", "1", "backend", "b", "java", "j", "system", "s"));
        }
    }

    private void writeAll(MatbenchTask task, double error) {
        for (int f = 0; f < MatbenchTask.FOLDS; f++) {
            write("pretrained", "fold-" + f, fold(task, f, error, DoubleUnaryOperator.identity()));
        }
    }

    private Submitted submit(String task, String variant, String target, String targets) throws IOException {
        Path yaml = Files.writeString(
                temp.resolve("my.yaml"),
                "finetune: { data: { source: builtin:elastic-binaries, target: " + targets + " } }\n");
        RunConfig config = READER.read(yaml, List.of());
        MatbenchSettings settings = new MatbenchSettings(
                run,
                temp.resolve("out"),
                Optional.ofNullable(task),
                Optional.ofNullable(variant),
                Optional.ofNullable(target),
                "name",
                "authors");
        try (RunFolder folder = new FileRunFolders().read(run)) {
            return new Submission(settings, config, folder).write((output, results, info) -> {
                written = results;
                return output.resolve("file");
            });
        }
    }

    private String problem(String task, String variant, String target, String targets) {
        return assertThrows(InvalidInputException.class, () -> submit(task, variant, target, targets))
                .getMessage();
    }

    @Test
    void fiveWholeFoldsAreWholeResultsOfTheTaskThatTheIdsName() throws IOException {
        writeAll(PHONONS, -0.5);
        Submitted submitted = submit(null, null, null, "y");
        assertEquals("matbench_phonons", written.task());
        assertFalse(submitted.partial());
        assertFalse(written.partial());
        assertEquals(0.5, submitted.mae(), 1e-12);
        assertEquals("2026-01-02T03:04:05.678Z", written.recorded().toString());
        assertEquals(
                List.of(253, 253, 253, 253, 253),
                written.folds().stream().map(f -> f.predictions().size()).toList());
        MatbenchFiles.Scores scores = written.folds().get(0).scores();
        assertEquals(0.5, scores.rmse(), 1e-12);
        assertEquals(0.5, scores.maxError(), 1e-12);
    }

    @Test
    void whatIsMissingIsCountedAndMakesResultsPartial() throws IOException {
        List<Prediction> rows = fold(PHONONS, 1, 1, DoubleUnaryOperator.identity());
        write("pretrained", "fold-1", rows.subList(0, 250));
        write("pretrained", "fold-3", fold(PHONONS, 3, 1, DoubleUnaryOperator.identity()));
        Submitted submitted = submit(null, null, null, "y");
        assertTrue(submitted.partial());
        assertEquals(Map.of(0, 253, 1, 3, 2, 253, 4, 253), written.missing());
        assertEquals(new Submitted.Fold(1, 250, 253), submitted.folds().get(1));
    }

    @Test
    void crystalsThatMatbenchTestsElsewhereOrDoesNotKnowAreNamed() {
        List<Prediction> rows = new ArrayList<>(fold(PHONONS, 1, 1, DoubleUnaryOperator.identity()));
        rows.addAll(fold(PHONONS, 2, 1, DoubleUnaryOperator.identity()).subList(0, 1));
        rows.add(new Prediction("mp-149", "y", 1, 1));
        rows.add(new Prediction("mb-phonons-1266", "y", 1, 1));
        rows.add(new Prediction("mb-phonons-00001", "y", 1, 1));
        write("pretrained", "fold-1", rows);
        String problem = problem("matbench_phonons", null, null, "y");
        assertTrue(problem.contains("3 crystals are not of matbench_phonons"), problem);
        assertTrue(problem.contains("mp-149, mb-phonons-1266, mb-phonons-00001"), problem);
        assertTrue(problem.contains("1 crystal is tested by Matbench in another fold than 1"), problem);
        assertTrue(problem.contains("mb-phonons-0014 (fold 2)"), problem);
    }

    @Test
    void crystalsPredictedTwiceOrWithoutANumberAreNamed() {
        List<Prediction> rows = new ArrayList<>(fold(PHONONS, 1, 1, DoubleUnaryOperator.identity()));
        rows.add(rows.get(0));
        rows.set(5, new Prediction(rows.get(5).id(), "y", 1, Double.NaN));
        write("pretrained", "fold-1", rows);
        String problem = problem(null, null, null, "y");
        assertTrue(problem.contains("predicted twice: " + rows.get(0).id()), problem);
        assertTrue(problem.contains("without a finite number: " + rows.get(5).id() + " (NaN)"), problem);
    }

    @Test
    void logarithmsOfATaskWithoutThemAreUndone() throws IOException {
        for (int f = 0; f < MatbenchTask.FOLDS; f++) {
            write("pretrained", "fold-" + f, fold(PHONONS, f, 10, Math::log10));
        }
        Submitted submitted = submit(null, null, null, "{ column: y, transform: log10 }");
        assertEquals(10, submitted.mae(), 1e-9);
        double first = written.folds().get(0).predictions().get("mb-phonons-0002");
        assertEquals(MEAN - PHONONS.deviation() + 10, first, 1e-9);
    }

    @Test
    void valuesThatSpreadUnlikeTheTasksAreRefused() {
        for (int f = 0; f < MatbenchTask.FOLDS; f++) {
            write("pretrained", "fold-" + f, fold(PHONONS, f, 1, value -> 1.01 * value));
        }
        String problem = problem(null, null, null, "y");
        assertTrue(problem.contains("mean absolute deviation 327"), problem);
        assertTrue(problem.contains("matbench_phonons 323.8 cm^-1"), problem);
    }

    @Test
    void elasticTasksShareTheirIdsSoThatOneMustBeNamed() throws IOException {
        write(
                "pretrained",
                "fold-1",
                fold(MatbenchTask.named("matbench_log_gvrh"), 1, 0.1, DoubleUnaryOperator.identity()));
        assertTrue(problem(null, null, null, "y").contains("--task"));
        Submitted submitted = submit(BULK.name(), null, null, "y");
        assertTrue(written.folds().get(0).predictions().containsKey("mb-log-kvrh-00011"));
        assertTrue(submitted.notes().get(0).startsWith("mb-log-gvrh-00011 is handed in as mb-log-kvrh-00011"));
    }

    @Test
    void theVariantAndTheTargetAreThoseAskedFor() throws IOException {
        List<Prediction> rows = new ArrayList<>(fold(PHONONS, 1, 1, DoubleUnaryOperator.identity()));
        rows.add(new Prediction(rows.get(0).id(), "z", 0, 0));
        write("pretrained", "fold-1", rows);
        write("from-scratch", "fold-1", fold(PHONONS, 1, 2, DoubleUnaryOperator.identity()));
        assertEquals(1, submit(null, null, "y", "[y, z]").mae(), 1e-9);
        assertEquals(2, submit(null, "from-scratch", "y", "[y, z]").mae(), 1e-9);
        assertTrue(problem(null, null, null, "[y, z]").contains("predicts y, z"));
        assertTrue(problem(null, "from-scrach", "y", "[y, z]").contains("Did you mean from-scratch?"));
        assertTrue(problem("matbench_phonon", null, "y", "[y, z]").contains("Did you mean matbench_phonons?"));
    }

    @Test
    void theBareIndicesOfMatbenchsOwnFilesAreTakenIfTheTaskIsNamed() throws IOException {
        List<Prediction> rows = fold(PHONONS, 1, 1, DoubleUnaryOperator.identity()).stream()
                .map(row -> new Prediction(index(row.id()), "y", row.truth(), row.value()))
                .toList();
        write("pretrained", "fold-1", rows);
        assertTrue(problem(null, null, null, "y").contains("the id 4 names no task of Matbench"));
        Submitted submitted = submit("matbench_phonons", null, null, "y");
        assertEquals("mb-phonons-0005", written.folds().get(0).predictions().firstKey());
        assertTrue(submitted.notes().get(0).startsWith("4 is handed in as mb-phonons-0005"));
    }

    private static String index(String id) {
        return String.valueOf(Integer.parseInt(id.substring(id.length() - 4)) - 1);
    }

    @Test
    void anIndexBeyondTheTaskOrWrittenOtherwiseIsNotOfIt() {
        assertEquals(0, PHONONS.index("0").orElseThrow());
        assertEquals(1264, PHONONS.index("1264").orElseThrow());
        assertEquals(1264, PHONONS.index("mb-phonons-1265").orElseThrow());
        for (String id : List.of("1265", "01", "-1", "mb-phonons-0000", "mb-phonons-01", "mb-jdft2d-001")) {
            assertTrue(PHONONS.index(id).isEmpty(), id);
        }
    }

    @Test
    void holdOutsAndOtherFoldsAreRefused() {
        write("pretrained", "repeat-0", fold(PHONONS, 0, 1, DoubleUnaryOperator.identity()));
        assertTrue(problem(null, null, null, "y").contains("tests on repeat-0"));
    }

    @Test
    void scoresAreThoseOfMatbenchsPackage() {
        // matbench.data_ops.score_array of the same numbers, matbench 0.6
        FoldPredictions fold = new FoldPredictions(
                0,
                new TreeMap<>(Map.of("a", 0.75, "b", -2.5, "c", 0.125, "d", 3.0, "e", 9.0)),
                List.of(0.5, -2.0, 1e-6, 3.25, Double.NaN));
        MatbenchFiles.Scores scores = fold.scores();
        assertEquals(0.28124974999999997, scores.mae(), 1e-15);
        assertEquals(0.312499900000384, scores.rmse(), 1e-15);
        assertEquals(0.2756410256410256, scores.mape(), 1e-15);
        assertEquals(0.5, scores.maxError(), 1e-15);
    }
}
