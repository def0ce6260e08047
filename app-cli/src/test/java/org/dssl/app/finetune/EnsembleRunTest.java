package org.dssl.app.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.app.Embedder;
import org.dssl.app.EmbeddingChoice;
import org.dssl.app.Experiment;
import org.dssl.app.Predictor;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs of ensembles, on the reference backend. */
class EnsembleRunTest {
    private static final String YAML =
            """
            seed: 7
            encoder: { width: 4, layers: 1, heads: 1 }
            finetune:
              data: { source: "builtin:elastic-binaries", limit: 24, target: { column: K_VRH, transform: log10, unit: GPa } }
              protocol: { type: k-fold, folds: 2 }
              epochs: 3
              batch: 4
              dropout: 0.1
              validation: 0.25
              %s
            compute: { backend: reference }
            """;
    private static final String VARIANT = "from-scratch";
    private static final int MEMBERS = 3;

    @TempDir
    static Path folder;

    /** Time flies, so that each epoch leaves a checkpoint. */
    private static final class HastyClock extends Clock {
        private long minutes;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusSeconds(60 * minutes++);
        }
    }

    private static Experiment experiment(String run, String more) throws IOException {
        Path yaml = Files.writeString(folder.resolve(run + ".yaml"), YAML.formatted(more));
        return Dssl.create(PretextTasks.of(List.of()), binder -> binder.bind(Clock.class)
                        .toInstance(new HastyClock()))
                .experiment(yaml, "output=" + folder.resolve(run));
    }

    private static RunFolder read(String run) {
        return new FileRunFolders().read(folder.resolve(run));
    }

    @BeforeAll
    static void run() throws IOException {
        experiment("alone", "").run(ProgressListener.SILENT);
        experiment("many", "ensemble: " + MEMBERS).run(ProgressListener.SILENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"predictions.csv", "model.safetensors"})
    void theFirstMemberIsTheNetworkThatWouldBeAloneToTheByte(String file) throws IOException {
        for (String part : List.of("fold-0", "fold-1")) {
            assertArrayEquals(bytes("alone", part + "/" + file), bytes("many", part + "/member-0/" + file), part);
        }
    }

    @Test
    void oneNetworkAloneLeavesNoTraceOfEnsembles() throws IOException {
        try (RunFolder alone = read("alone")) {
            assertFalse(new String(bytes("alone", "fold-0/predictions.csv")).contains("uncertainty"));
            assertEquals(
                    List.of("mae", "mean-predictor-mae", "train", "validation", "test", "epoch", "seconds"),
                    List.copyOf(alone.metrics(VARIANT, "fold-0").orElseThrow().keySet()));
        }
        try (Stream<Path> files = Files.walk(folder.resolve("alone"))) {
            assertTrue(files.noneMatch(file -> file.toString().contains("member")));
        }
    }

    @Test
    void aPartPredictsTheMeanOfItsMembersAndTheirStandardDeviation() {
        try (RunFolder many = read("many")) {
            List<Prediction> together = many.predictions(VARIANT, "fold-1");
            assertEquals(12, together.size());
            for (int i = 0; i < together.size(); i++) {
                double[] members = members(many, i);
                Prediction row = together.get(i);
                assertEquals(Statistics.mean(members), row.value());
                assertEquals(Statistics.sampleDeviation(members), row.uncertainty());
                assertTrue(row.uncertainty() > 0, "members differ");
            }
        }
    }

    private static double[] members(RunFolder run, int row) {
        return Stream.of("fold-1/member-0", "fold-1/member-1", "fold-1/member-2")
                .mapToDouble(place -> run.predictions(VARIANT, place).get(row).value())
                .toArray();
    }

    @Test
    void errorsOfTheMembersAreKeptBesideThatOfTheEnsemble() {
        try (RunFolder many = read("many")) {
            Map<String, Object> metrics = many.metrics(VARIANT, "fold-0").orElseThrow();
            double[] members = new double[MEMBERS];
            Arrays.setAll(
                    members,
                    m -> mae(many.metrics(VARIANT, "fold-0/member-" + m).orElseThrow(), "mae"));
            assertEquals(MEMBERS, metrics.get("members"));
            assertEquals(Statistics.mean(members), mae(metrics, "member-mae"), 1e-12);
            assertTrue(mae(metrics, "mae") <= mae(metrics, "member-mae") + 1e-12, "by convexity of the absolute value");
            assertEquals(List.of(3, 3, 3), metrics.get("member-epochs"));
            double[] errors = many.predictions(VARIANT, "fold-0").stream()
                    .mapToDouble(p -> Math.abs(p.truth() - p.value()))
                    .toArray();
            assertEquals(Statistics.mean(errors), mae(metrics, "mae"), 1e-12);
        }
    }

    private static double mae(Map<String, Object> metrics, String key) {
        return ((Number) ((Map<?, ?>) metrics.get(key)).get("K_VRH")).doubleValue();
    }

    /** In the first member, in the second of the first part, and in the last of the second. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.95})
    void anInterruptedEnsembleContinuesToTheSameBytes(double fraction) throws IOException {
        String run = "stopped-" + fraction;
        Experiment experiment = experiment(run, "ensemble: " + MEMBERS);
        assertThrows(
                CancellationException.class,
                () -> experiment.run(new ProgressListener() {
                    @Override
                    public void moved(String in, String part, int epoch, int epochs, double done, String figures) {
                        if (done >= fraction) {
                            experiment.cancel();
                        }
                    }
                }));
        experiment(run, "ensemble: " + MEMBERS).run(ProgressListener.SILENT);
        for (String file : List.of("predictions.csv", "member-1/predictions.csv", "member-2/model.safetensors")) {
            for (String part : List.of("fold-0/", "fold-1/")) {
                assertArrayEquals(bytes("many", part + file), bytes(run, part + file), part + file);
            }
        }
        assertEquals(journal("many"), journal(run));
    }

    private static List<JournalEntry> journal(String run) {
        try (RunFolder folder = read(run)) {
            return folder.journal();
        }
    }

    @Test
    void uncertaintyIsComparedWithErrorsAndRescaledByTheValidationPart() {
        try (RunFolder many = read("many")) {
            Map<String, Object> metrics = many.metrics(VARIANT, "fold-0").orElseThrow();
            Map<?, ?> calibration = (Map<?, ?>) ((Map<?, ?>) metrics.get("calibration")).get("K_VRH");
            Map<?, ?> rescaled = (Map<?, ?>) calibration.get("rescaled");
            List<Prediction> rows = many.predictions(VARIANT, "fold-0");
            double factor = ((Number) rescaled.get("factor")).doubleValue();
            assertTrue(factor > 0);
            assertEquals(3, rescaled.get("validation"));
            assertEquals(within(rows, 1), ((Number) calibration.get("within-one")).doubleValue(), 1e-12);
            assertEquals(within(rows, factor), ((Number) rescaled.get("within-one")).doubleValue(), 1e-12);
            assertEquals(factor, Calibration.factor(metrics, "K_VRH"));
            RunSummary.Ensemble summary =
                    many.summary().orElseThrow().ensembles().get(0);
            assertEquals(MEMBERS, summary.members());
            double other = Calibration.factor(many.metrics(VARIANT, "fold-1").orElseThrow(), "K_VRH");
            assertEquals((factor + other) / 2, summary.factor(), 1e-12);
        }
        try (RunFolder alone = read("alone")) {
            assertEquals(List.of(), alone.summary().orElseThrow().ensembles());
        }
    }

    private static double within(List<Prediction> rows, double factor) {
        return rows.stream()
                        .filter(p -> Math.abs(p.truth() - p.value()) <= factor * p.uncertainty())
                        .count()
                / (double) rows.size();
    }

    /** What is scored must not say how wide the intervals of the score are. */
    @Test
    void scoresOfTheValidationPartAreNotRescaledByIt() throws IOException {
        experiment("searched", "ensemble: 2\n  score: validation").run(ProgressListener.SILENT);
        try (RunFolder searched = read("searched")) {
            Map<String, Object> metrics = searched.metrics(VARIANT, "fold-0").orElseThrow();
            assertTrue(metrics.containsKey("calibration"));
            assertTrue(Double.isNaN(Calibration.factor(metrics, "K_VRH")));
        }
    }

    @Test
    void everyMemberHasCurvesOfItsOwn() {
        List<JournalEntry> journal = journal("many");
        for (String metric : List.of("train", "member-1/train", "member-2/validation")) {
            assertEquals(
                    3,
                    journal.stream()
                            .filter(e -> e.metric().equals(metric) && e.fold() == 1)
                            .count(),
                    metric);
        }
    }

    @Test
    void newCrystalsGetTheMeanOfAllModelsAndTheMembersDisagreement() {
        Crystal rocksalt = new Crystal(
                "mine",
                Lattice.ofParameters(2.98, 2.98, 2.98, 60, 60, 60),
                new int[] {12, 8},
                new double[] {0, 0, 0, 0.5, 0.5, 0.5},
                Map.of());
        Dssl dssl = Dssl.create(List.of());
        try (Predictor many = dssl.predictor(folder.resolve("many"));
                Predictor alone = dssl.predictor(folder.resolve("alone"))) {
            assertEquals(2 * MEMBERS, many.models());
            Predictor.Row row = many.predict(List.of(rocksalt)).rows().get(0);
            assertTrue(row.uncertainty()[0] > 0 && row.spread()[0] > 0);
            assertTrue(many.intervals() && row.interval()[0] > 0 && !alone.intervals());
            assertTrue(
                    Double.isNaN(alone.predict(List.of(rocksalt)).rows().get(0).uncertainty()[0]));
        }
    }

    @Test
    void theFirstMemberEmbeds() {
        EmbeddingChoice choice = new EmbeddingChoice(false, Optional.empty(), OptionalInt.of(1));
        try (Embedder embedder = Dssl.create(List.of()).embedder(folder.resolve("many"), choice)) {
            assertEquals("finetune/from-scratch/fold-1/member-0/model", embedder.model());
        }
    }

    private static byte[] bytes(String run, String file) throws IOException {
        return Files.readAllBytes(
                folder.resolve(run).resolve("finetune").resolve(VARIANT).resolve(file));
    }
}
