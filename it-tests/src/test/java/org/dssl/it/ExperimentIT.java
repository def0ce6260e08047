package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.app.Experiment;
import org.dssl.app.Predictor;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job end to end, as an embedder calls it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExperimentIT {
    @TempDir
    static Path folder;

    private RunSummary summary;

    @BeforeAll
    void runOnce() throws IOException {
        summary = SmallRun.experiment(folder, "first").run(ProgressListener.SILENT);
    }

    @Test
    void everyVariantIsTestedOnEveryFold() {
        assertEquals(
                List.of("pretrained", "from-scratch"),
                summary.variants().stream().map(RunSummary.Variant::name).toList());
        summary.variants().forEach(v -> {
            RunSummary.TargetScore score = v.scores().get(0);
            assertEquals(3, score.maePerFold().size());
            assertTrue(score.mean() > 0 && score.mean() < 2, "error of " + v.name() + ": " + score.mean());
            assertTrue(score.sigma() > score.populationSigma());
        });
        assertEquals(1, summary.comparisons().size());
    }

    @Test
    void theRunFolderExplainsItself() {
        for (String file : List.of(
                "config.yaml",
                "provenance.json",
                "skipped.csv",
                "journal.csv",
                "summary.json",
                "report.html",
                "pretrain/encoder.safetensors",
                "crystals.csv",
                "data/pretraining.json",
                "data/fine-tuning.json",
                "finetune/pretrained/fold-0/embedding.json",
                "finetune/pretrained/fold-0/predictions.csv",
                "finetune/from-scratch/fold-2/metrics.json")) {
            assertTrue(Files.exists(folder.resolve("first").resolve(file)), file);
        }
    }

    @Test
    void oneConfigurationAndSeedGiveTheSamePredictionsToTheByte() throws IOException {
        SmallRun.experiment(folder, "second").run(ProgressListener.SILENT);
        for (String variant : List.of("pretrained", "from-scratch")) {
            for (int fold = 0; fold < 3; fold++) {
                assertArrayEquals(
                        SmallRun.predictions(folder, "first", variant, "fold-" + fold),
                        SmallRun.predictions(folder, "second", variant, "fold-" + fold),
                        variant + " " + fold);
            }
        }
    }

    @Test
    void anotherSeedGivesOtherPredictions() throws IOException {
        SmallRun.experiment(folder, "other-seed", "seed=8", "finetune.compare=[]")
                .run(ProgressListener.SILENT);
        assertFalse(Arrays.equals(
                SmallRun.predictions(folder, "first", "pretrained", "fold-0"),
                SmallRun.predictions(folder, "other-seed", "pretrained", "fold-0")));
    }

    @Test
    void aFinishedRunIsNotComputedAgain() throws IOException {
        Path model = folder.resolve("first/finetune/pretrained/fold-0/model.safetensors");
        Object before = Files.getLastModifiedTime(model);
        assertEquals(summary, SmallRun.experiment(folder, "first").run(ProgressListener.SILENT));
        assertEquals(before, Files.getLastModifiedTime(model));
    }

    @Test
    void aRunFromAnothersWeightsKnowsWhatThoseWerePretrainedOn() throws IOException {
        SmallRun.experiment(
                        folder,
                        "onward",
                        "pretrain=off",
                        "encoder.pretrained=" + folder.resolve("first"),
                        "finetune.compare=[]",
                        "finetune.epochs=1")
                .run(ProgressListener.SILENT);
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("first/data/pretraining.json")),
                Files.readAllBytes(folder.resolve("onward/data/pretrained-elsewhere.json")));
        RunSummary.Counts counts = new FileRunFolders()
                .read(folder.resolve("onward"))
                .summary()
                .orElseThrow()
                .counts();
        assertEquals(1, counts.graphs().size(), "it read one set itself");
    }

    @ParameterizedTest
    @CsvSource({"pretrain, 0.4", "finetune, 0.05", "finetune, 0.6"})
    void anInterruptedRunContinuesToTheSameBytes(String stage, double fraction) throws IOException {
        String run = "stopped-" + stage + fraction;
        Experiment experiment = SmallRun.experiment(folder, run);
        assertThrows(
                CancellationException.class,
                () -> experiment.run(new ProgressListener() {
                    @Override
                    public void moved(String in, String part, int epoch, int epochs, double done, String figures) {
                        if (in.equals(stage) && done >= fraction) {
                            experiment.cancel();
                        }
                    }
                }));
        assertTrue(Files.exists(folder.resolve(run).resolve("report.html")), "a stopped run has a report");
        RunSummary resumed = SmallRun.experiment(folder, run).run(ProgressListener.SILENT);
        for (String file : List.of(
                "finetune/pretrained/fold-1/predictions.csv",
                "finetune/from-scratch/fold-1/predictions.csv",
                "finetune/pretrained/fold-0/embedding.json",
                "finetune/from-scratch/fold-0/embedding.json",
                "crystals.csv",
                "data/pretraining.json",
                "data/fine-tuning.json",
                "skipped.csv")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first").resolve(file)),
                    Files.readAllBytes(folder.resolve(run).resolve(file)),
                    file);
        }
        assertEquals(summary.counts(), resumed.counts(), "what was read before the interruption counts too");
        String provenance = Files.readString(folder.resolve(run).resolve("provenance.json"));
        assertTrue(provenance.contains("unlabelled-small") && provenance.contains("elastic-binaries"), provenance);
    }

    @Test
    void theQuotientChangesResultsByRoundingOnly() throws IOException {
        String[] plain = {
            "finetune.compare=[]", "finetune.epochs=2", "finetune.dropout=0", "pretrain.epochs=1", "pretrain.dropout=0"
        };
        RunSummary on = SmallRun.experiment(folder, "quotient-on", plain).run(ProgressListener.SILENT);
        String[] off = Arrays.copyOf(plain, plain.length + 1);
        off[plain.length] = "graph.quotient=off";
        RunSummary full = SmallRun.experiment(folder, "quotient-off", off).run(ProgressListener.SILENT);
        double a = on.variants().get(0).scores().get(0).mean();
        double b = full.variants().get(0).scores().get(0).mean();
        assertEquals(a, b, 1e-3 * a);
        List<RunSummary.Graphs> shrunk = on.counts().graphs();
        assertEquals(
                List.of("pretraining crystals", "fine-tuning crystals", "pretraining views of 54 crystals"),
                shrunk.stream().map(RunSummary.Graphs::of).toList());
        shrunk.forEach(graphs ->
                assertTrue(graphs.size().quotientEdges() < graphs.size().edges(), graphs.of()));
        full.counts()
                .graphs()
                .forEach(graphs ->
                        assertEquals(graphs.size().edges(), graphs.size().quotientEdges()));
    }

    @Test
    void newCrystalsArePredictedAsOftenAsAskedWithTheSameNumbers() {
        Crystal rocksalt = new Crystal(
                "mine",
                Lattice.ofParameters(2.98, 2.98, 2.98, 60, 60, 60),
                new int[] {12, 8},
                new double[] {0, 0, 0, 0.5, 0.5, 0.5},
                Map.of());
        try (Predictor predictor = Dssl.create().predictor(folder.resolve("first"))) {
            assertEquals(3, predictor.models());
            Predictor.Row one = predictor.predict(List.of(rocksalt)).rows().get(0);
            Predictor.Row two = predictor
                    .predict(List.of(rocksalt, rocksalt.withId("again")))
                    .rows()
                    .get(1);
            assertTrue(Double.isFinite(one.mean()[0]) && one.spread()[0] >= 0);
            assertEquals(one.mean()[0], two.mean()[0], 1e-5);
        }
    }

    @Test
    void nothingIsPrinted() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        try {
            SmallRun.experiment(folder, "quiet", "finetune.epochs=1", "pretrain.epochs=1")
                    .run(ProgressListener.SILENT);
        } finally {
            System.setOut(before);
        }
        assertEquals("", printed.toString());
    }
}
