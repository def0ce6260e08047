package org.dssl.ports.out;

import java.nio.file.Path;
import java.util.List;
import org.dssl.domain.train.GivenFolds;

/** Reads files that say which ids the folds of a cross-validation test. Thread-safe. */
public interface FoldFiles {

    /** @param name as {@code matbench_jdft2d}; "" if the file does not name it */
    record Task(String name, List<GivenFolds.Given> folds) {}

    /**
     * The tasks of a file, in its order: Matbench's own {@code matbench_v0.1_validation.json} or a part of it, or a table
     * with the columns {@code id} and {@code fold}.
     *
     * @throws org.dssl.domain.problem.InvalidInputException if it is neither, or one id is tested twice or both trained
     *     on and tested in a fold
     */
    List<Task> read(Path file);
}
