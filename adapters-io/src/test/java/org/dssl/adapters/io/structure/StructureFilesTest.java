package org.dssl.adapters.io.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ab12.cif, ab12",
        "ab12.cif.gz, ab12",
        "AB12.CIF.GZ, AB12",
        "mp-149, mp-149",
        "a.b.json, a.b",
        ".cif, .cif"
    })
    void aStructureIsNamedByItsFileWithoutExtension(String file, String stem) {
        assertEquals(stem, StructureFiles.stem(file));
    }

    @Test
    void gzipIsRecognisedByItsContent() throws IOException {
        byte[] content = "data_x ".repeat(2000).getBytes(StandardCharsets.UTF_8);
        Path plain = Files.write(folder.resolve("plain.gz"), content);
        Path packed = folder.resolve("packed.cif");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(content);
        }
        for (Path file : new Path[] {plain, packed}) {
            assertArrayEquals(content, StructureFiles.bytes(StructureFiles.input(file)));
            assertArrayEquals(java.util.Arrays.copyOf(content, 4096), StructureFiles.head(StructureFiles.input(file)));
            try (InputStream stream = StructureFiles.input(file).open()) {
                assertArrayEquals(content, stream.readAllBytes());
            }
        }
    }

    @Test
    void shortFilesAreRead() throws IOException {
        for (byte[] content : new byte[][] {{}, {0x1f}}) {
            Path file = Files.write(folder.resolve("short"), content);
            assertArrayEquals(content, StructureFiles.bytes(StructureFiles.input(file)));
            assertArrayEquals(content, StructureFiles.head(StructureFiles.input(file)));
        }
    }

    @Test
    void aBrokenGzipIsAnError() throws IOException {
        Path file = Files.write(folder.resolve("broken"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});
        assertThrows(IOException.class, () -> StructureFiles.bytes(StructureFiles.input(file)));
    }
}
