package org.dssl.ports.out;

import java.io.IOException;
import java.io.InputStream;

/** One file of structures, on disk or within an archive. */
public interface StructureInput {

    /** The last part of its name: {@code ab12.cif.gz}. */
    String fileName();

    /** Where it lies, for messages: {@code cifs/ab12.cif.gz}, {@code cifs.zip/ab12.cif}. */
    String place();

    /**
     * Its content from the beginning, decompressed; may be called again.
     *
     * @throws IOException also if the content expands beyond all reason
     */
    InputStream open() throws IOException;
}
