package org.dssl.ports.out;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dssl.domain.crystal.Crystal;

/** Finds and reads data sets, whatever their format. Thread-safe. */
public interface DatasetSource {

    /**
     * What to read.
     *
     * @param source a file, a folder, an archive, or {@code builtin:NAME}
     * @param structures folder or archive of structure files, if {@code source} is a table; else null
     * @param idColumn column of such a table that names the files without extension; null for the first
     * @param place of this setting, for messages
     */
    record Request(String source, String structures, String idColumn, String place, ReadPolicy policy) {

        /** Under the strict policy. */
        public Request(String source, String structures, String idColumn, String place) {
            this(source, structures, idColumn, place, ReadPolicy.STRICT);
        }
    }

    /**
     * Reads everything in a fixed order.
     *
     * @param crystals receives each crystal with its place (file and line)
     * @param problems receives each structure that cannot be used, duplicate ids among them
     * @return SHA-256 of what was read, in hexadecimal
     * @throws org.dssl.domain.problem.InvalidInputException if the source does not exist or has no known format
     */
    String load(Request request, BiConsumer<Crystal, String> crystals, Consumer<StructureProblem> problems);

    /** Origin and licence, a line each, of those sources that are embedded in dssl. */
    List<String> attributions(List<String> sources);
}
