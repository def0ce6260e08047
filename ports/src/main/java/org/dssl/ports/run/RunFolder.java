package org.dssl.ports.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.domain.program.ModelState;
import org.dssl.ports.out.StructureProblem;

/**
 * A run's folder, as user-view.md section 2 lays it out. Every file appears whole or not at all (written beside, then
 * moved), so that a run may be stopped at any moment. Closing releases the folder's lock and the journal.
 */
public interface RunFolder extends AutoCloseable {
    Path path();

    /** The resolved configuration, {@code config.yaml}. */
    void writeConfig(String yaml);

    /** Versions, seeds, hashes, machine, command line: {@code provenance.json}. */
    void writeProvenance(Map<String, Object> provenance);

    /** {@code skipped.csv}: structure, place, reason. */
    void writeSkipped(List<StructureProblem> skipped);

    /** Appends to {@code journal.csv}; flushed by {@link #flush} and on close. */
    void record(JournalEntry entry);

    void flush();

    /** All entries of {@code journal.csv}. */
    List<JournalEntry> journal();

    /** Forgets the journal entries of a part that is about to be computed again after an interruption. */
    void forget(String stage, String variant, int fold, int repeat, int fromEpoch);

    /** {@code finetune/<variant>/<part>/predictions.csv}; part is {@code fold-0} or {@code repeat-3}. */
    void writePredictions(String variant, String part, List<Prediction> predictions);

    List<Prediction> predictions(String variant, String part);

    /** {@code metrics.json} of the same folder; its presence marks the part as finished. */
    void writeMetrics(String variant, String part, Map<String, Object> metrics);

    Optional<Map<String, Object>> metrics(String variant, String part);

    /** Names of the finished parts of a variant, {@code fold-0} and so on, in order. */
    List<String> parts(String variant);

    /**
     * Saves weights as {@code <name>.safetensors} and, unless {@code weightsOnly}, the optimiser's state beside it.
     *
     * @param name relative, as {@code pretrain/checkpoints/last} or {@code finetune/pretrained/fold-0/model}
     * @param extra small facts saved along: epoch, scheduler, target scaling
     */
    void saveModel(String name, ModelState state, Map<String, Object> extra, boolean weightsOnly);

    /** What was saved under the name; empty if there is nothing. */
    Optional<SavedModel> loadModel(String name);

    /** {@code summary.json}. */
    void writeSummary(RunSummary summary);

    Optional<RunSummary> summary();

    /** Weights or state as saved, and the facts saved along. */
    record SavedModel(ModelState state, Map<String, Object> extra) {}

    @Override
    void close();
}
