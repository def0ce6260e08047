package org.dssl.adapters.io.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dssl.adapters.io.weights.Safetensors;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.statistics.ElementShares;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.run.CrystalName;
import org.dssl.ports.run.DataFacts;
import org.dssl.ports.run.EmbeddingMap;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRunFolderTest {
    private static final String LAST = "pretrain/checkpoints/last";

    @TempDir
    Path temp;

    private RunFolder run;

    @BeforeEach
    void open() {
        run = new FileRunFolders().open(temp.resolve("run"), "seed: 7\n", false);
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void theJournalComesBackWithTheHeaderOfTheManual() throws IOException {
        List<JournalEntry> entries = List.of(
                new JournalEntry(12, 0, "pretrain", "", -1, -1, "loss/mask", 1 / 3.0),
                new JournalEntry(1_000_000_000_000L, 4, "finetune", "from-scratch", 2, -1, "validation", Double.NaN),
                new JournalEntry(3, 4, "finetune", "a,\"b\"", -1, 9, "x", Double.NEGATIVE_INFINITY));
        entries.forEach(run::record);
        assertEquals(entries, run.journal());
        List<String> lines = Files.readAllLines(file("journal.csv"));
        assertEquals("step,epoch,stage,variant,fold,repeat,metric,value", lines.get(0));
        assertEquals("12,0,pretrain,,,,loss/mask,0.3333333333333333", lines.get(1));
    }

    @Test
    void whatIsKeptOfTheDataComesBack() throws IOException {
        assertEquals(Optional.empty(), run.data(DataFacts.Set.PRETRAINING), "old runs have none");
        assertEquals(List.of(), run.crystals());
        assertEquals(Optional.empty(), run.embedding("pretrained", "fold-0"));
        DataFacts facts = new DataFacts(
                "a.csv",
                "9f86",
                3,
                1,
                2,
                new Shrinkage(8, 96, 0, 2, 4, 0),
                new TreeMap<>(Map.of("O", new ElementShares.Count(6, 2), "Ti", new ElementShares.Count(2, 2))));
        run.writeData(DataFacts.Set.PRETRAINING, facts);
        assertEquals(facts, run.data(DataFacts.Set.PRETRAINING).orElseThrow());
        assertTrue(Files.exists(file("data/pretraining.json")));
        List<CrystalName> crystals = List.of(new CrystalName("a,b", "TiO2"), new CrystalName("", "Si"));
        run.writeCrystals(crystals);
        assertEquals(crystals, run.crystals());
        EmbeddingMap map = new EmbeddingMap(
                64, List.of(0.5, 0.25), List.of("a", "b"), List.of(1.5, Double.NaN), List.of(0.0, -2.0));
        run.writeEmbedding("pretrained", "fold-0", map);
        assertEquals(map, run.embedding("pretrained", "fold-0").orElseThrow());
        assertEquals(List.of(), run.parts("pretrained"), "a map does not make a part finished");
    }

    @Test
    void aTornLastLineIsNotReadAndNotAppendedTo() throws IOException {
        JournalEntry first = entry("train", -1, 0, 0.25);
        run.record(first);
        run.close();
        Files.writeString(file("journal.csv"), "2,1,finetune,pretrained,0,,train,0.1", StandardOpenOption.APPEND);
        assertEquals(List.of(first), new FileRunFolders().read(run.path()).journal());
        open();
        JournalEntry second = entry("train", -1, 1, 0.125);
        run.record(second);
        assertEquals(List.of(first, second), run.journal());
    }

    @Test
    void aJournalKilledInItsHeaderStartsAnew() throws IOException {
        run.close();
        Files.writeString(file("journal.csv"), "step,epo");
        open();
        run.record(entry("train", 0, 0, 1));
        assertEquals(1, run.journal().size());
    }

    @Test
    void aDamagedJournalNamesFileAndLine() throws IOException {
        run.record(entry("train", 0, 0, 1));
        run.flush();
        Files.writeString(file("journal.csv"), "x,1,finetune,pretrained,0,,train,0.1\n", StandardOpenOption.APPEND);
        assertTrue(assertThrows(InvalidInputException.class, run::journal)
                .getMessage()
                .startsWith(file("journal.csv") + ":3"));
    }

    @Test
    void forgettingTakesOnePartFromAnEpochOn() {
        for (int epoch = 0; epoch < 3; epoch++) {
            run.record(entry("train", 0, epoch, epoch));
            run.record(entry("train", 1, epoch, epoch));
            run.record(new JournalEntry(0, epoch, "pretrain", "", -1, -1, "loss", epoch));
        }
        run.forget("finetune", "pretrained", 1, -1, 1);
        assertEquals(7, run.journal().size());
        assertEquals(
                List.of(entry("train", 1, 0, 0)),
                run.journal().stream().filter(e -> e.fold() == 1).toList());
        run.record(entry("train", 1, 1, 5));
        assertEquals(8, run.journal().size());
    }

    @Test
    void theUncertaintyOfAnEnsembleIsAColumnOfItsOwn() throws IOException {
        List<Prediction> together =
                List.of(new Prediction("a", "K", 1, 1.5, 0.25), new Prediction("uncertainty", "G", 1, 1.5, Double.NaN));
        run.writePredictions("pretrained", "fold-0", together);
        run.writePredictions("pretrained", "fold-0/member-1", List.of(new Prediction("a", "K", 1, 1.5)));
        assertEquals(together, run.predictions("pretrained", "fold-0"));
        assertEquals(
                "id,target,truth,prediction,uncertainty",
                Files.readAllLines(file("finetune/pretrained/fold-0/predictions.csv"))
                        .get(0));
        assertEquals(
                List.of("id,target,truth,prediction", "a,K,1.0,1.5"),
                Files.readAllLines(file("finetune/pretrained/fold-0/member-1/predictions.csv")));
    }

    @Test
    void onlyTheMetricsThatAreMeantAreForgotten() {
        run.record(entry("train", 1, 0, 5));
        run.record(entry("member-1/train", 1, 0, 5));
        run.forget("finetune", "pretrained", 1, -1, metric -> metric.startsWith("member-1/"), 0);
        assertEquals(List.of(entry("train", 1, 0, 5)), run.journal());
    }

    @Test
    void predictionsAndSkippedStructuresComeBackWhateverTheirText() {
        List<Prediction> predictions = List.of(
                new Prediction("mp-149", "K_VRH", 1.951, 1 / 3.0),
                new Prediction("odd, \"one\"\nß", "K", Double.NaN, -0.0));
        run.writePredictions("pretrained", "fold-0", predictions);
        assertEquals(predictions, run.predictions("pretrained", "fold-0"));
        assertEquals(List.of(), run.predictions("pretrained", "fold-1"));
        List<StructureProblem> skipped = List.of(new StructureProblem("a", "b.cif:3", "x, \"y\""));
        assertEquals(List.of(), run.skipped());
        run.writeSkipped(skipped);
        assertEquals(skipped, run.skipped());
    }

    @Test
    void factsKeepNumbersThatJsonLacks() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mae", Map.of("K", Double.NaN, "list", List.of(1, Double.POSITIVE_INFINITY, 1e-300)));
        facts.put("name", "a");
        facts.put("none", null);
        run.writeMetrics("pretrained", "fold-0", facts);
        assertEquals(facts, run.metrics("pretrained", "fold-0").orElseThrow());
        assertEquals(Optional.empty(), run.metrics("pretrained", "fold-1"));
        run.writeProvenance(facts);
        assertEquals(facts, run.provenance().orElseThrow());
    }

    @Test
    void theSummaryComesBackWithNaN() {
        RunSummary summary = new RunSummary(
                "run",
                List.of(new RunSummary.Target("K", "log10", "log10(GPa)")),
                List.of(new RunSummary.Variant(
                        "pretrained",
                        List.of(new RunSummary.TargetScore("K", List.of(0.1), 0.1, Double.NaN, 0, List.of(0.3))))),
                List.of(new RunSummary.Comparison(
                        "K",
                        "pretrained",
                        "from-scratch",
                        -9,
                        Double.NaN,
                        Double.NaN,
                        1,
                        1,
                        Double.NaN,
                        "one test part: no statement")),
                new RunSummary.Counts(
                        10, 1, List.of(new RunSummary.Graphs("views", new Shrinkage(1L << 40, 2, 3, 4, 5, 6)))),
                12.5);
        assertEquals(Optional.empty(), run.summary());
        run.writeSummary(summary);
        assertEquals(summary, run.summary().orElseThrow());
    }

    @Test
    void damagedJsonNamesFileAndLine() throws IOException {
        Files.writeString(file("summary.json"), "{\n\"title\": ");
        assertTrue(assertThrows(InvalidInputException.class, run::summary)
                .getMessage()
                .startsWith(file("summary.json") + ":2"));
    }

    @Test
    void variantsAndFinishedPartsAreListedInOrder() {
        for (String part : List.of("fold-10", "fold-2", "fold-0")) {
            run.writeMetrics("from-scratch", part, Map.of());
        }
        run.writePredictions("pretrained", "fold-0", List.of());
        assertEquals(List.of("pretrained", "from-scratch"), run.variants());
        assertEquals(List.of("fold-0", "fold-2", "fold-10"), run.parts("from-scratch"));
        assertEquals(List.of(), run.parts("pretrained"));
        assertEquals(List.of(), run.parts("none"));
    }

    @Test
    void aModelComesBackWithEverything() {
        Map<String, Object> extra = Map.of("epoch", 3, "best", Double.POSITIVE_INFINITY, "mean", List.of(0.1, 2.0));
        run.saveModel(LAST, state(1f), extra, false);
        RunFolder.SavedModel saved = run.loadModel(LAST).orElseThrow();
        assertSame(state(1f), saved.state());
        assertEquals(extra, saved.extra());
        assertEquals(Optional.empty(), run.loadModel("pretrain/checkpoints/best"));
    }

    @Test
    void weightsOfDoublePrecisionComeBackToTheBit() {
        NamedArray third = new NamedArray("w", true, new int[] {1}, new double[] {1 / 3.0});
        run.saveModel(LAST, ModelState.ofWeights(Map.of("w", third)), Map.of(), false);
        assertEquals(
                1 / 3.0,
                run.loadModel(LAST).orElseThrow().state().weights().get("w").values()[0]);
    }

    @Test
    void weightsAloneAreReadableUnderTheirNames() throws IOException {
        run.saveModel("finetune/pretrained/fold-0/model", state(2f), Map.of("epoch", 1), true);
        Path file = file("finetune/pretrained/fold-0/model.safetensors");
        assertEquals(
                List.of("encoder/w", "encoder/mean"),
                List.copyOf(Safetensors.read(file).tensors().keySet()));
        ModelState state =
                run.loadModel("finetune/pretrained/fold-0/model").orElseThrow().state();
        assertSame(ModelState.ofWeights(state(2f).weights()), state);
    }

    @Test
    void savingWeightsOnlyReplacesAnEarlierFullSave() {
        run.saveModel(LAST, state(1f), Map.of(), false);
        run.saveModel(LAST, state(2f), Map.of(), true);
        assertSame(
                ModelState.ofWeights(state(2f).weights()),
                run.loadModel(LAST).orElseThrow().state());
    }

    /** Between the two moves of a save, the files of two saves lie side by side. */
    @Test
    void twoSavesAreNeverCombined() throws IOException {
        run.saveModel(LAST, state(1f), Map.of("save", 1), false);
        byte[] oldWeights = Files.readAllBytes(file(LAST + ".safetensors"));
        run.saveModel(LAST, state(2f), Map.of("save", 2), false);
        Files.write(file(LAST + ".safetensors"), oldWeights);
        RunFolder.SavedModel saved = run.loadModel(LAST).orElseThrow();
        assertSame(state(2f), saved.state());
        assertEquals(Map.of("save", 2), saved.extra());
    }

    @Test
    void aDamagedModelIsRefusedWithTheFile() throws IOException {
        run.saveModel(LAST, state(1f), Map.of(), false);
        Path file = file(LAST + ".state.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        String message = assertThrows(InvalidInputException.class, () -> run.loadModel(LAST))
                .getMessage();
        assertTrue(message.startsWith(file.toString()) && message.contains("Delete the folder"), message);
    }

    @Test
    void aDamagedCheckpointGivesWayToTheOneBefore() throws IOException {
        run.saveModel(LAST, state(1f), Map.of("save", 1), false);
        run.saveModel(LAST, state(2f), Map.of("save", 2), false);
        Path file = file(LAST + ".state.safetensors");
        byte[] whole = Files.readAllBytes(file);
        int fellBack = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(file, flipped);
            RunFolder.SavedModel saved = run.loadModel(LAST).orElseThrow();
            // Some bytes say nothing, as blanks behind the header: what is loaded without a notice must be whole.
            int save = saved.notice().isPresent() ? 1 : 2;
            fellBack += saved.notice().isPresent() ? 1 : 0;
            assertEquals(Map.of("save", save), saved.extra(), "byte " + at);
            assertSame(state(save), saved.state());
            saved.notice().ifPresent(notice -> assertTrue(notice.startsWith(file.toString()), notice));
        }
        assertTrue(fellBack > 0.9 * whole.length, fellBack + " of " + whole.length);
        Files.delete(file);
        assertEquals(
                Map.of("save", 1), run.loadModel(LAST).orElseThrow().extra(), "killed before the new one was written");
    }

    @Test
    void aModelOfALaterVersionIsRefusedByName() throws IOException {
        run.saveModel(LAST, state(1f), Map.of(), true);
        Path file = file(LAST + ".safetensors");
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("\"format\":\"1\""), text);
        org.dssl.adapters.io.weights.Safetensors saved = org.dssl.adapters.io.weights.Safetensors.read(file);
        Map<String, String> metadata = new java.util.HashMap<>(saved.metadata());
        metadata.put("format", "2");
        metadata.remove("sha256");
        AtomicFiles.write(file, out -> new org.dssl.adapters.io.weights.Safetensors(saved.tensors(), metadata)
                .write(out, org.dssl.adapters.io.weights.ElementType.F32));
        String message = assertThrows(InvalidInputException.class, () -> run.loadModel(LAST))
                .getMessage();
        assertTrue(message.contains("has format 2; this version of dssl reads 1"), message);
    }

    @Test
    void namesCannotLeadOutOfTheFolder() {
        assertThrows(IllegalArgumentException.class, () -> run.writeMetrics("../..", "x", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> run.loadModel("../other/model"));
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingBeside() throws IOException {
        AtomicFiles.write(file("x"), "old");
        assertThrows(
                java.io.UncheckedIOException.class,
                () -> AtomicFiles.write(file("x"), out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }));
        assertEquals("old", Files.readString(file("x")));
        assertFalse(Files.exists(file(".dssl-x.tmp")));
    }

    private Path file(String name) {
        return run.path().resolve(name);
    }

    private static JournalEntry entry(String metric, int fold, int epoch, double value) {
        return new JournalEntry(epoch * 10L, epoch, "finetune", "pretrained", fold, -1, metric, value);
    }

    private static ModelState state(float x) {
        Map<String, NamedArray> weights = new LinkedHashMap<>();
        weights.put("encoder/w", new NamedArray("encoder/w", true, new int[] {2, 1}, new double[] {x, (float) 0.1}));
        weights.put("encoder/mean", new NamedArray("encoder/mean", false, new int[] {1}, new double[] {-x}));
        return new ModelState(
                weights, Map.of("encoder/w", new double[] {x, 0}), Map.of("encoder/w", new double[] {0, x}), 1L << 40);
    }

    private static void assertSame(ModelState expected, ModelState found) {
        assertEquals(
                List.copyOf(expected.weights().keySet()),
                List.copyOf(found.weights().keySet()));
        expected.weights().forEach((name, array) -> {
            NamedArray other = found.weights().get(name);
            assertEquals(array.trained(), other.trained(), name);
            assertArrayEquals(array.shape(), other.shape(), name);
            assertArrayEquals(array.values(), other.values(), name);
        });
        assertEquals(expected.firstMoments().keySet(), found.firstMoments().keySet());
        expected.firstMoments()
                .forEach((k, v) -> assertArrayEquals(v, found.firstMoments().get(k)));
        assertEquals(expected.secondMoments().keySet(), found.secondMoments().keySet());
        expected.secondMoments()
                .forEach((k, v) -> assertArrayEquals(v, found.secondMoments().get(k)));
        assertEquals(expected.step(), found.step());
    }
}
