package org.dssl.ports.out;

import java.nio.file.Path;
import java.util.Optional;
import org.dssl.domain.graph.GraphOptions;

/** Keeps the graphs of data sets in files, which later runs read, and several at once, instead of the data. Thread-safe. */
public interface GraphStore {

    /**
     * What to open.
     *
     * @param folder of the files; null for the user's cache, which keeps large data sets only
     */
    record Wanted(DatasetSource.Request data, GraphOptions options, Path folder) {}

    /** Hears what opening meets. */
    interface Listener {
        /** Why a file is made anew, what is waited for, or why there is none: a sentence for the user. */
        void notice(String message);

        /** While a file is made: how many structures were read so far. May throw to stop. */
        default void read(int structures) {}
    }

    /**
     * Opens the graphs of a data set. They are made first where there are none, or where the file is damaged, of other
     * content than the data have now, or made by another version.
     *
     * @return empty if the data set is too small to be worth a file, or if no file can be written
     * @throws org.dssl.domain.problem.InvalidInputException as {@link DatasetSource#load}
     */
    Optional<StoredGraphs> open(Wanted wanted, Listener listener);
}
