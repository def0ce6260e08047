package org.dssl.ports.out;

import org.dssl.ports.run.RunSummary;

/**
 * Hears how a run goes. Called from the run's thread; must return quickly.
 *
 * <p>A run is a row of stages ({@code read}, {@code graphs}, {@code pretrain}, {@code finetune}); each starts, moves,
 * and ends with one line of what came out.
 */
public interface ProgressListener {

    /** The run's first line: version, backend, seed, folder. */
    default void started(String headline) {}

    default void stageStarted(String stage) {}

    /**
     * @param part what of the stage is under way, as {@code fold 2/5 · from scratch}; "" if there is one part only
     * @param fractionDone of the whole stage, 0 … 1
     * @param figures short text of the current figures, as {@code mask 1.92  contrastive 0.31}
     */
    default void moved(String stage, String part, int epoch, int epochs, double fractionDone, String figures) {}

    default void stageEnded(String stage, String outcome, double seconds) {}

    /** Something the user should know that stops nothing. */
    default void warning(String message) {}

    default void finished(RunSummary summary) {}

    /** Hears nothing. */
    ProgressListener SILENT = new ProgressListener() {};
}
