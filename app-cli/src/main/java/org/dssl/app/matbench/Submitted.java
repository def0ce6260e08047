package org.dssl.app.matbench;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param folds of the task, those without predictions too
 * @param mae mean over the folds that have predictions, in the task's unit
 * @param notes what the user may not expect
 */
public record Submitted(
        Path results, MatbenchTask task, String variant, List<Fold> folds, double mae, List<String> notes) {

    /** @param of how many crystals Matbench tests in the fold */
    public record Fold(int number, int predictions, int of) {}

    public boolean partial() {
        return folds.stream().anyMatch(fold -> fold.predictions() < fold.of());
    }
}
