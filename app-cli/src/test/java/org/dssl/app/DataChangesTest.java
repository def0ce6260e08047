package org.dssl.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of two contents are never mixed, and nobody takes an old table for a new one. */
class DataChangesTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path temp;

    private RunFolder folder;
    private Path data;

    @BeforeEach
    void open() throws IOException {
        data = Files.writeString(temp.resolve("d.jsonl"), "{}");
        folder = new FileRunFolders().open(temp.resolve("run"), "seed: 7", false);
        folder.writeProvenance(
                Map.of("started", START.toString(), "data-sha256", Map.of(data.toString(), "0123456789abcdef")));
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void aRunThatHasBegunRefusesOtherContent() {
        folder.record(new JournalEntry(1, 0, "pretrain", "", -1, -1, "loss", 2));
        assertDoesNotThrow(() -> DataChanges.refuse(folder, Map.of(data.toString(), "0123456789abcdef")));
        Map<String, String> changed = Map.of(data.toString(), "fedcba9876543210");
        String message = assertThrows(InvalidInputException.class, () -> DataChanges.refuse(folder, changed))
                .getMessage();
        assertTrue(message.startsWith(data + "  has changed since this run began (SHA-256 0123456789ab then"), message);
        assertTrue(message.contains("--fresh"), message);
    }

    @Test
    void aRunThatComputedNothingTakesWhatThereIs() {
        assertDoesNotThrow(() -> DataChanges.refuse(folder, Map.of(data.toString(), "fedcba9876543210")));
    }

    @Test
    void ofAFinishedRunOnlyYoungerFilesAreReadAgain() throws IOException {
        Files.setLastModifiedTime(data, FileTime.from(START.minusSeconds(60)));
        assertEquals(List.of(), warnings("read in vain"));
        Files.setLastModifiedTime(data, FileTime.from(START.plusSeconds(60)));
        assertEquals(List.of(), warnings("0123456789abcdef"), "copied, not changed");
        List<String> warnings = warnings("fedcba9876543210");
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith(data + " has changed since this run"), warnings.get(0));
    }

    private List<String> warnings(String hashNow) {
        List<String> warnings = new ArrayList<>();
        DataChanges.warn(folder, source -> hashNow, new ProgressListener() {
            @Override
            public void warning(String message) {
                warnings.add(message);
            }
        });
        return warnings;
    }
}
