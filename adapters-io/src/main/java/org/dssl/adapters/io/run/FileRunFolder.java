package org.dssl.adapters.io.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.run.CrystalName;
import org.dssl.ports.run.DataFacts;
import org.dssl.ports.run.EmbeddingMap;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;

/** A run folder of the file system; made by {@link FileRunFolders}. */
final class FileRunFolder implements RunFolder {
    static final String CONFIG = "config.yaml";
    static final String SUMMARY = "summary.json";
    private static final String PROVENANCE = "provenance.json";
    private static final String SKIPPED = "skipped.csv";
    private static final String CHANGED = "changed.csv";
    private static final String JOURNAL = "journal.csv";
    private static final String TENSORBOARD = "tensorboard";
    private static final String PRETRAIN = "pretrain";
    private static final String FINETUNE = "finetune";
    private static final String PREDICTIONS = "predictions.csv";
    private static final String METRICS = "metrics.json";
    private static final List<String> CHANGED_HEADER = List.of("structure", "place", "change");
    private static final String EMBEDDING = "embedding.json";
    private static final String CRYSTALS = "crystals.csv";
    private static final List<String> SKIPPED_HEADER = List.of("structure", "place", "reason");
    private static final List<String> CRYSTALS_HEADER = List.of("id", "formula");

    /** Pretrained first, since the table compares it with the others. */
    private static final Comparator<String> VARIANTS =
            Comparator.comparing((String name) -> !name.equals("pretrained")).thenComparing(name -> name);

    private static final Pattern NUMBERED = Pattern.compile("(.*?)-?([0-9]{1,9})");

    private final Path path;
    private final RunLock lock;
    private final JournalFile journal;
    private final TensorBoardFiles curves;

    private FileRunFolder(Path path, RunLock lock, JournalFile journal, TensorBoardFiles curves) {
        this.path = path;
        this.lock = lock;
        this.journal = journal;
        this.curves = curves;
    }

    static FileRunFolder forReading(Path path) {
        return new FileRunFolder(path, null, null, null);
    }

    /** Whether anything was computed: a checkpoint, a finished part, or a line of the journal. */
    static boolean hasResults(Path path) {
        return Files.exists(path.resolve(SUMMARY))
                || Files.exists(path.resolve(PRETRAIN))
                || Files.exists(path.resolve(FINETUNE))
                || !JournalFile.read(path.resolve(JOURNAL)).isEmpty();
    }

    static void deleteDataRecords(Path path) throws IOException {
        for (DataFacts.Set set : DataFacts.Set.values()) {
            Files.deleteIfExists(path.resolve(dataFile(set)));
        }
        Files.deleteIfExists(path.resolve(SKIPPED));
        Files.deleteIfExists(path.resolve(CRYSTALS));
    }

    static FileRunFolder forWriting(Path path, RunLock lock) throws IOException {
        Path journal = path.resolve(JOURNAL);
        TensorBoardFiles curves = TensorBoardFiles.of(path.resolve(TENSORBOARD), JournalFile.read(journal));
        return new FileRunFolder(path, lock, JournalFile.open(journal), curves);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public String config() {
        Path file = path.resolve(CONFIG);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInputException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void writeProvenance(Map<String, Object> provenance) {
        AtomicFiles.write(writable(PROVENANCE), Json.text(provenance));
    }

    @Override
    public Optional<Map<String, Object>> provenance() {
        return Json.readFacts(path.resolve(PROVENANCE));
    }

    @Override
    public void writeSkipped(List<StructureProblem> skipped) {
        CsvFiles.write(writable(SKIPPED), SKIPPED_HEADER, skipped, problem ->
                new Object[] {problem.structure(), problem.place(), problem.reason()});
    }

    @Override
    public void writeChanged(List<StructureProblem> changed) {
        if (!changed.isEmpty()) {
            CsvFiles.write(writable(CHANGED), CHANGED_HEADER, changed, problem ->
                    new Object[] {problem.structure(), problem.place(), problem.reason()});
        }
    }

    @Override
    public List<StructureProblem> changed() {
        return CsvFiles.read(
                path.resolve(CHANGED),
                CHANGED_HEADER,
                cells -> new StructureProblem(cells.get(0), cells.get(1), cells.get(2)));
    }

    @Override
    public List<StructureProblem> skipped() {
        return CsvFiles.read(
                path.resolve(SKIPPED),
                SKIPPED_HEADER,
                cells -> new StructureProblem(cells.get(0), cells.get(1), cells.get(2)));
    }

    @Override
    public void writeData(DataFacts.Set set, DataFacts facts) {
        AtomicFiles.write(writable(dataFile(set)), Json.text(facts));
    }

    @Override
    public Optional<DataFacts> data(DataFacts.Set set) {
        return Json.read(path.resolve(dataFile(set)), DataFacts.class);
    }

    @Override
    public void writeCrystals(List<CrystalName> crystals) {
        CsvFiles.write(writable(CRYSTALS), CRYSTALS_HEADER, crystals, c -> new Object[] {c.id(), c.formula()});
    }

    @Override
    public List<CrystalName> crystals() {
        return CsvFiles.read(
                path.resolve(CRYSTALS), CRYSTALS_HEADER, cells -> new CrystalName(cells.get(0), cells.get(1)));
    }

    @Override
    public void record(JournalEntry entry) {
        writableJournal().record(entry);
        curves.record(entry);
    }

    @Override
    public void flush() {
        writableJournal().flush();
        curves.flush();
    }

    @Override
    public List<JournalEntry> journal() {
        if (journal != null) {
            journal.flush();
        }
        return JournalFile.read(path.resolve(JOURNAL));
    }

    @Override
    public void forget(String stage, String variant, int fold, int repeat, Predicate<String> metric, int fromEpoch) {
        boolean forgotten = writableJournal()
                .remove(entry -> entry.stage().equals(stage)
                        && entry.variant().equals(variant)
                        && entry.fold() == fold
                        && entry.repeat() == repeat
                        && metric.test(entry.metric())
                        && entry.epoch() >= fromEpoch);
        if (forgotten) {
            curves.replace(journal());
        }
    }

    @Override
    public void writePredictions(String variant, String part, List<Prediction> predictions) {
        PredictionFile.write(writable(partFile(variant, part, PREDICTIONS)), predictions);
    }

    @Override
    public List<Prediction> predictions(String variant, String part) {
        return PredictionFile.read(inside(partFile(variant, part, PREDICTIONS)));
    }

    @Override
    public void writeEmbedding(String variant, String part, EmbeddingMap map) {
        AtomicFiles.write(writable(partFile(variant, part, EMBEDDING)), Json.text(map));
    }

    @Override
    public Optional<EmbeddingMap> embedding(String variant, String part) {
        return Json.read(inside(partFile(variant, part, EMBEDDING)), EmbeddingMap.class);
    }

    @Override
    public void writeMetrics(String variant, String part, Map<String, Object> metrics) {
        AtomicFiles.write(writable(partFile(variant, part, METRICS)), Json.text(metrics));
    }

    @Override
    public Optional<Map<String, Object>> metrics(String variant, String part) {
        return Json.readFacts(inside(partFile(variant, part, METRICS)));
    }

    @Override
    public List<String> variants() {
        return folders(path.resolve(FINETUNE)).sorted(VARIANTS).collect(Collectors.toList());
    }

    @Override
    public List<String> parts(String variant) {
        return folders(inside(FINETUNE + "/" + variant))
                .filter(part -> Files.exists(inside(partFile(variant, part, METRICS))))
                .sorted(Comparator.comparing(FileRunFolder::kind)
                        .thenComparing(FileRunFolder::number)
                        .thenComparing(part -> part))
                .collect(Collectors.toList());
    }

    @Override
    public void saveModel(String name, ModelState state, Map<String, Object> extra, boolean weightsOnly) {
        ModelFiles.save(writable(name), state, extra, weightsOnly);
    }

    @Override
    public Optional<SavedModel> loadModel(String name) {
        return ModelFiles.load(inside(name));
    }

    @Override
    public void writeSummary(RunSummary summary) {
        AtomicFiles.write(writable(SUMMARY), Json.text(summary));
    }

    @Override
    public Optional<RunSummary> summary() {
        return Json.read(path.resolve(SUMMARY), RunSummary.class);
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try {
            journal.close();
            curves.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(path.resolve(JOURNAL) + " cannot be written: " + e.getMessage(), e);
        } finally {
            lock.close();
        }
    }

    private static String dataFile(DataFacts.Set set) {
        return "data/" + set.text() + ".json";
    }

    private static String partFile(String variant, String part, String file) {
        return FINETUNE + "/" + variant + "/" + part + "/" + file;
    }

    /** Names come from configurations; none may lead out of the folder. */
    private Path inside(String name) {
        Path root = path.toAbsolutePath().normalize();
        if (!root.resolve(name).normalize().startsWith(root)) {
            throw new IllegalArgumentException(name + " leads out of " + path);
        }
        return path.resolve(name);
    }

    private Path writable(String name) {
        writableJournal();
        return inside(name);
    }

    private JournalFile writableJournal() {
        if (journal == null) {
            throw new IllegalStateException(path + " was opened for reading");
        }
        return journal;
    }

    private static Stream<String> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toList())
                    .stream();
        } catch (IOException e) {
            throw new InvalidInputException(folder.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** {@code fold} of {@code fold-10}. */
    private static String kind(String part) {
        Matcher numbered = NUMBERED.matcher(part);
        return numbered.matches() ? numbered.group(1) : part;
    }

    private static int number(String part) {
        Matcher numbered = NUMBERED.matcher(part);
        return numbered.matches() ? Integer.parseInt(numbered.group(2)) : 0;
    }
}
