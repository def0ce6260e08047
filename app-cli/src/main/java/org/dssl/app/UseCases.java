package org.dssl.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dssl.app.bench.BenchResult;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.matbench.MatbenchSettings;
import org.dssl.app.matbench.Submitted;
import org.dssl.app.study.SearchResult;
import org.dssl.app.study.StudyListener;
import org.dssl.app.weights.ImportSettings;
import org.dssl.app.weights.Moved;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.statistics.DatasetComparison;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunSummary;
import org.dssl.ports.run.StudySummary;

/**
 * What the {@code dssl} command can ask for. Every method throws {@link
 * org.dssl.domain.problem.InvalidInputException} for the user's mistakes and {@link
 * java.util.concurrent.CancellationException} if it was asked to stop.
 */
public interface UseCases {

    /** Which stages of a run are wanted. */
    enum Stages {
        ALL,
        PRETRAIN,
        FINETUNE
    }

    /**
     * Runs, or continues, what a configuration says.
     *
     * @param overrides {@code key.path=value}, over the file
     * @param fresh moves an earlier run in the same folder aside
     */
    RunResult run(Path yaml, List<String> overrides, Stages stages, boolean fresh, ProgressListener listener);

    /**
     * Runs, or continues, an ablation: the table of the paper for one or more configurations.
     */
    StudySummary ablate(StudyRequest request, StudyListener trials, ProgressListener listener);

    /**
     * Runs, or continues, a learning curve: the error with fewer and fewer labels, pretrained and from scratch.
     *
     * @param request of one configuration
     * @param shares of each training part, above 0, at most 1
     */
    StudySummary learningCurve(
            StudyRequest request, List<Double> shares, StudyListener trials, ProgressListener listener);

    /**
     * Runs, or continues, the search that a configuration asks for.
     *
     * @param request of one configuration
     */
    SearchResult search(StudyRequest request, StudyListener trials, ProgressListener listener);

    /**
     * Tests a finished run's networks on other labelled crystals, which must have the run's target columns.
     *
     * @param predictions where to write each prediction, as CSV
     */
    RunResult evaluate(Path run, DataConfig data, Optional<Path> predictions, ProgressListener listener);

    /** Predicts unlabelled structures from files and folders into a CSV file. */
    Predicted predict(Path run, List<Path> structures, Path csv, ProgressListener listener);

    /** Writes a run's predictions as results of Matbench. */
    Submitted submitToMatbench(MatbenchSettings settings);

    /**
     * Embeds structures from files and folders, or their atoms.
     *
     * @param output .csv or .npz
     */
    EmbeddedFile embed(
            Path run,
            EmbeddingChoice choice,
            List<Path> structures,
            boolean atoms,
            Path output,
            ProgressListener listener);

    /** The structures of a file with their graphs and classes of equal environments, as JSON text. */
    String inspect(Path file, GraphMode mode, boolean angles);

    /** How far the graph of each structure of a file, folder or data set shrinks: a line for each, and one for all. */
    String inspectSummary(Path file, GraphMode mode, boolean angles);

    /**
     * Times one batch through every stage of a configuration.
     *
     * @param steps how many steps are timed
     */
    Benched bench(Path yaml, List<String> overrides, int steps, ProgressListener listener);

    /**
     * Compares what two data sets consist of.
     *
     * @param a file, folder or {@code builtin:NAME} to pretrain on
     * @param b the same, to predict properties of
     * @param page where to write the comparison as a page
     */
    Compared compareData(String a, String b, Optional<Path> page, ProgressListener listener);

    /** Makes a run folder of a reference implementation's weights, from which fine-tuning continues. */
    Moved importWeights(ImportSettings settings);

    /**
     * Writes a run's weights as a reference implementation names them and lays them out.
     *
     * @param model within the run folder, as {@code pretrain/encoder}
     */
    Moved exportWeights(Path run, Optional<String> model, Path state);

    /** Asks what is running to stop after its current step. From any thread; nothing happens if nothing runs. */
    void cancel();

    /** @param summary without variants if the run only pretrained */
    record RunResult(Path folder, RunSummary summary) {}

    /**
     * A study over configurations.
     *
     * @param overrides {@code key.path=value}, over each file
     * @param folder of the study
     * @param fresh moves earlier runs aside
     * @param jobs how many runs at a time; more than one are processes of their own
     */
    record StudyRequest(List<Path> yamls, List<String> overrides, Path folder, boolean fresh, int jobs) {}

    /** @param json the same as JSON text */
    record Benched(BenchResult result, String json) {}

    /** @param json the same as JSON text */
    record Compared(DatasetComparison comparison, String json) {}

    /**
     * What was embedded.
     *
     * @param columns of an embedding
     * @param model within the run folder
     */
    record EmbeddedFile(int structures, int skipped, int columns, String model) {}

    /**
     * How many structures were predicted, and how many could not be used.
     *
     * @param noted of the predicted ones, as unlike all that the run was trained on
     */
    record Predicted(int structures, int skipped, int noted) {}
}
