package org.dssl.ports.out;

import java.io.IOException;

/** Reads one kind of structure file. Stateless. */
public interface StructureReader {

    /** Short name for messages: {@code CIF}. */
    String format();

    /** @param head the first bytes of the (decompressed) file, up to 4 KiB */
    boolean accepts(String fileName, byte[] head);

    /** Hands every structure of the file, good or bad, to the sink, in order. */
    void read(StructureInput input, StructureSink sink) throws IOException;
}
