package org.dssl.adapters.io.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureReadersTest {
    @TempDir
    Path folder;

    @Test
    void theFirstReaderThatAcceptsIsTaken() throws IOException {
        StructureReaders readers = StructureReaders.standard();
        Path cif = Files.writeString(folder.resolve("no-extension"), "# note\ndata_x\n");
        Path lines = Files.writeString(folder.resolve("set.json"), "{\"id\": 1, \"frac\": []}\n");
        Path table = Files.writeString(folder.resolve("table.json"), "{\"index\": [0]}\n");
        assertEquals("CIF", readers.forFile(cif).orElseThrow().format());
        assertTrue(readers.forFile(lines).orElseThrow().format().contains("JSON lines"));
        assertTrue(readers.forFile(table).orElseThrow().format().contains("Matbench"));
        assertTrue(readers.forFile(Files.writeString(folder.resolve("notes.md"), "# Notes\n"))
                .isEmpty());
    }
}
