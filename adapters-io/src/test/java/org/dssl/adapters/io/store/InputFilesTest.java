package org.dssl.adapters.io.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dssl.ports.out.DatasetSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("cifs/sub"));
        Files.writeString(folder.resolve("cifs/a.cif"), "one");
        Files.writeString(folder.resolve("cifs/sub/b.cif"), "two");
        Files.writeString(folder.resolve("table.csv"), "id,K");
    }

    private InputFiles files() throws IOException {
        return InputFiles.of(new DatasetSource.Request(
                        folder.resolve("table.csv").toString(),
                        folder.resolve("cifs").toString(),
                        "id",
                        "here"))
                .orElseThrow();
    }

    private void assertChanges(String what, byte[] before) throws IOException {
        assertFalse(Arrays.equals(before, files().hash()), what);
    }

    @Test
    void everyByteAndNameCounts() throws IOException {
        byte[] hash = files().hash();
        assertEquals(10, files().bytes());
        Files.writeString(folder.resolve("cifs/sub/b.cif"), "twO");
        assertChanges("a file below", hash);
        Files.writeString(folder.resolve("cifs/sub/b.cif"), "two");
        Files.writeString(folder.resolve("table.csv"), "id,G");
        assertChanges("the table", hash);
        Files.writeString(folder.resolve("table.csv"), "id,K");
        Files.move(folder.resolve("cifs/a.cif"), folder.resolve("cifs/c.cif"));
        assertChanges("a name", hash);
        Files.move(folder.resolve("cifs/c.cif"), folder.resolve("cifs/a.cif"));
        Files.createFile(folder.resolve("cifs/d.cif"));
        assertChanges("another file", hash);
        Files.delete(folder.resolve("cifs/d.cif"));
        assertArrayEquals(hash, files().hash());
    }

    @Test
    void hiddenFilesAreNotReadAndDoNotCount() throws IOException {
        byte[] hash = files().hash();
        Files.writeString(folder.resolve("cifs/.DS_Store"), "x");
        assertArrayEquals(hash, files().hash());
    }

    @Test
    void whatIsMissingIsLeftToTheReader() throws IOException {
        assertTrue(InputFiles.of(new DatasetSource.Request(folder.resolve("no").toString(), null, null, "here"))
                .isEmpty());
        assertEquals(
                0,
                InputFiles.of(new DatasetSource.Request("builtin:unlabelled-small", null, null, "here"))
                        .orElseThrow()
                        .bytes());
    }
}
