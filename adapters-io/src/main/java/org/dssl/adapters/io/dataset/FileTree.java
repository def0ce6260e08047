package org.dssl.adapters.io.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;

/** The files of a folder, or of an archive that is read in place. */
interface FileTree extends Closeable {

    /** Its own path, for messages. */
    String place();

    /** Shows every file that is not hidden, in an order that is the same on every machine. */
    void each(Visitor visitor) throws IOException;

    /** The file nearest to the root that has one of these names. */
    Optional<StructureInput> find(Set<String> fileNames) throws IOException;

    /** Sees the files. */
    interface Visitor {
        void file(TreeFile file);

        /** An entry that is no file to be read. */
        void refused(StructureProblem problem);
    }

    /**
     * A file of the tree.
     *
     * @param size in bytes as stored; of what is in memory already, 0
     * @param lasting whether it can be read after the next one was shown
     */
    record TreeFile(StructureInput input, long size, boolean lasting) {}

    @Override
    default void close() throws IOException {}
}
