package org.dssl.adapters.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run folder from a stranger, and names from configurations, cannot make a run write anywhere else. */
class HostileRunFolderTest {
    private static final String CONFIG = "seed: 1\n";

    @TempDir
    Path temp;

    private Path run;
    private Path outside;

    @BeforeEach
    void makeARun() throws IOException {
        run = temp.resolve("run");
        outside = Files.writeString(temp.resolve("outside.txt"), "untouched");
        new FileRunFolders().open(run, CONFIG, false).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "journal.csv",
                "summary.json",
                ".lock",
                "tensorboard",
                "finetune",
                "pretrain/last.state.safetensors"
            })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
    void aRunWithASymbolicLinkInItIsNotContinued(String name) throws IOException {
        Path link = run.resolve(name);
        Files.createDirectories(link.getParent());
        if (Files.isDirectory(link)) {
            try (var files = Files.list(link)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, name.contains(".") ? outside : temp);
        String message = assertThrows(InvalidInputException.class, () -> new FileRunFolders().open(run, CONFIG, false))
                .getMessage();
        assertTrue(message.contains(name) && message.contains("symbolic link"), message);
        assertEquals("untouched", Files.readString(outside));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
    void aRunFolderMayItselfBeReachedThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), run);
        new FileRunFolders().open(link, CONFIG, false).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../out", "..", "x/../../../../out", "/tmp/out"})
    void namesOfVariantsPartsAndModelsLeadNowhereElse(String name) {
        try (RunFolder folder = new FileRunFolders().open(run, CONFIG, false)) {
            ModelState state = ModelState.ofWeights(Map.of());
            String deep = "../../" + name;
            assertThrows(IllegalArgumentException.class, () -> folder.saveModel("../" + name, state, Map.of(), true));
            assertThrows(IllegalArgumentException.class, () -> folder.loadModel("../" + name));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> folder.writePredictions(deep, "../..", List.of(new Prediction("a", "K", 1, 2))));
            assertThrows(IllegalArgumentException.class, () -> folder.writeMetrics(deep, "../..", Map.of()));
            assertThrows(IllegalArgumentException.class, () -> folder.predictions(deep, "../.."));
        }
    }
}
