package org.dssl.ports.out;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes results as Matbench (Dunn et al., npj Comput. Mater. 6, 138, 2020) wants them handed in. */
public interface MatbenchFiles {

    /**
     * Writes {@code results.json.gz}, or {@code results.partial.json.gz} if something is missing, and {@code info.json}
     * unless there is one: people add to it by hand. Equal results are equal bytes.
     *
     * @return the file of the results
     */
    Path write(Path folder, Results results, Info info);

    /**
     * A task's predictions, in the unit of the task.
     *
     * @param task as {@code matbench_log_kvrh}
     * @param recorded when they were made
     * @param missing how many predictions each fold lacks; folds that lack none are not in it
     * @param metadata texts, numbers, booleans, lists of these and maps
     */
    record Results(
            String task,
            Instant recorded,
            List<Fold> folds,
            SortedMap<Integer, Integer> missing,
            Map<String, Object> metadata) {
        public boolean partial() {
            return !missing.isEmpty();
        }
    }

    /** @param predictions by Matbench's ids */
    record Fold(int number, SortedMap<String, Double> predictions, Scores scores, Map<String, Object> parameters) {}

    /**
     * Errors over the test part of a fold.
     *
     * @param mape relative, 0.1 is ten percent; targets below 1e-5 in magnitude are left out
     */
    record Scores(double mae, double rmse, double mape, double maxError) {}

    /** What Matbench's leaderboard says of the method. */
    record Info(
            String authors,
            String algorithm,
            String description,
            String notes,
            Map<String, List<String>> requirements) {}
}
