package org.dssl.adapters.io.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.ports.out.StructureReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureReadersTest {
    @TempDir
    Path folder;

    private static Optional<StructureReader> reader(Path file) throws IOException {
        return StructureReaders.standard().forInput(StructureFiles.input(file));
    }

    @Test
    void theContentCountsMoreThanTheName() throws IOException {
        Path poscar = Files.writeString(folder.resolve("a.cif"), "x\n1\n4 0 0\n0 4 0\n0 0 4\nNa\n1\nDirect\n0 0 0\n");
        Path lines = Files.writeString(folder.resolve("a.vasp"), "{\"id\": 1, \"frac\": []}\n");
        Path cif = Files.writeString(folder.resolve("a.json"), "data_x\n_cell_length_a 4\n");
        Path xyz = Files.writeString(folder.resolve("POSCAR"), "1\nProperties=species:S:1:pos:R:3\nNa 0 0 0\n");
        Path unknown = Files.writeString(folder.resolve("b.cif"), "no data block\n");
        assertEquals("POSCAR", reader(poscar).orElseThrow().format());
        assertTrue(reader(lines).orElseThrow().format().contains("JSON lines"));
        assertEquals("CIF", reader(cif).orElseThrow().format());
        assertEquals("extended XYZ", reader(xyz).orElseThrow().format());
        assertEquals("CIF", reader(unknown).orElseThrow().format());
    }

    @Test
    void theFirstReaderThatAcceptsIsTaken() throws IOException {
        Path cif = Files.writeString(folder.resolve("no-extension"), "# note\ndata_x\n");
        Path lines = Files.writeString(folder.resolve("set.json"), "{\"id\": 1, \"frac\": []}\n");
        Path table = Files.writeString(folder.resolve("table.json"), "{\"index\": [0]}\n");
        assertEquals("CIF", reader(cif).orElseThrow().format());
        assertTrue(reader(lines).orElseThrow().format().contains("JSON lines"));
        assertTrue(reader(table).orElseThrow().format().contains("Matbench"));
        assertTrue(reader(Files.writeString(folder.resolve("notes.md"), "# Notes\n"))
                .isEmpty());
    }
}
