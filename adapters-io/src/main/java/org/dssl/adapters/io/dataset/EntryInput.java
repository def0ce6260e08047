package org.dssl.adapters.io.dataset;

import java.io.IOException;
import java.io.InputStream;
import org.dssl.ports.out.StructureInput;

/** A file within an archive. */
record EntryInput(String fileName, String place, Content content) implements StructureInput {

    /** Opens the entry, decompressed. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** @param archive its path */
    static EntryInput of(String archive, String entry, Content content) {
        return new EntryInput(ArchiveNames.last(entry), archive + "/" + entry, content);
    }

    @Override
    public InputStream open() throws IOException {
        return content.open();
    }
}
