package org.dssl.ports.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dssl.domain.program.ModelState;
import org.dssl.ports.out.StructureProblem;

/**
 * A run's folder, as user-view.md section 2 lays it out. Every file appears whole or not at all (written beside, then
 * moved), so that a run may be stopped at any moment. Closing releases the folder's lock and the journal. Not thread-safe.
 *
 * <p>A folder opened for reading throws IllegalStateException from whatever writes.
 */
public interface RunFolder extends AutoCloseable {
    Path path();

    /** The resolved configuration, {@code config.yaml}, as given when the run was opened. */
    String config();

    /** Versions, seeds, hashes, machine, command line: {@code provenance.json}. */
    void writeProvenance(Map<String, Object> provenance);

    Optional<Map<String, Object>> provenance();

    /** {@code skipped.csv}: structure, place, reason. */
    void writeSkipped(List<StructureProblem> skipped);

    List<StructureProblem> skipped();

    /** {@code changed.csv}: structure, place, change; no file if there is none. */
    void writeChanged(List<StructureProblem> changed);

    List<StructureProblem> changed();

    /** {@code data/<set>.json}. */
    void writeData(DataFacts.Set set, DataFacts facts);

    /** Empty if the set was not read yet, or by a version that did not keep this. */
    Optional<DataFacts> data(DataFacts.Set set);

    /** {@code crystals.csv}: what the crystals of the predictions are. */
    void writeCrystals(List<CrystalName> crystals);

    List<CrystalName> crystals();

    /**
     * Appends to {@code journal.csv}, and to the event files of TensorBoard beside it; flushed by {@link #flush} and on
     * close.
     */
    void record(JournalEntry entry);

    void flush();

    /** All entries of {@code journal.csv}. */
    List<JournalEntry> journal();

    /**
     * Forgets the journal entries of a part that is about to be computed again after an interruption: those that agree in
     * stage, variant, fold and repeat (−1 agrees with −1 only), from an epoch on.
     */
    default void forget(String stage, String variant, int fold, int repeat, int fromEpoch) {
        forget(stage, variant, fold, repeat, metric -> true, fromEpoch);
    }

    /** Forgets those entries only whose metric is meant. */
    void forget(String stage, String variant, int fold, int repeat, Predicate<String> metric, int fromEpoch);

    /**
     * {@code finetune/<variant>/<part>/predictions.csv}; part is {@code fold-0} or {@code repeat-3}, or of a member of an
     * ensemble {@code fold-0/member-1}. The column {@code uncertainty} is there if the predictions have one.
     */
    void writePredictions(String variant, String part, List<Prediction> predictions);

    List<Prediction> predictions(String variant, String part);

    /** {@code embedding.json} of the same folder. */
    void writeEmbedding(String variant, String part, EmbeddingMap map);

    Optional<EmbeddingMap> embedding(String variant, String part);

    /** {@code metrics.json} of the same folder; its presence marks the part as finished. */
    void writeMetrics(String variant, String part, Map<String, Object> metrics);

    Optional<Map<String, Object>> metrics(String variant, String part);

    /** Names of the variants of which something was written, {@code pretrained} first. */
    List<String> variants();

    /** Names of the finished parts of a variant, {@code fold-0} and so on, in order. */
    List<String> parts(String variant);

    /**
     * Saves weights as {@code <name>.safetensors} and, unless {@code weightsOnly}, the optimiser's state beside it.
     *
     * A later save under the name replaces both; loading never combines two saves, wherever a process was killed. Of
     * saves with the optimiser's state the one before is kept, too.
     *
     * @param name relative, as {@code pretrain/checkpoints/last} or {@code finetune/pretrained/fold-0/model}
     * @param extra small facts saved along: epoch, scheduler, target scaling
     */
    void saveModel(String name, ModelState state, Map<String, Object> extra, boolean weightsOnly);

    /**
     * What was saved last under the name, or if that is damaged, the save before; empty if there is nothing. Moments are empty and the step is 0 if weights only
     * were saved.
     *
     * @throws org.dssl.domain.problem.InvalidInputException if all is damaged
     */
    Optional<SavedModel> loadModel(String name);

    /** {@code summary.json}. */
    void writeSummary(RunSummary summary);

    Optional<RunSummary> summary();

    /**
     * Weights or state as saved, and the facts saved along.
     *
     * @param extra strings, {@code Number}s (NaN and infinities too), booleans, lists and maps of these
     * @param notice what the user should hear: that the last save was damaged
     */
    record SavedModel(ModelState state, Map<String, Object> extra, Optional<String> notice) {}

    @Override
    void close();
}
