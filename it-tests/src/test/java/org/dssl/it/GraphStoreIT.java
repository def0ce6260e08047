package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dssl.ports.out.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose graphs come from a store is the same run. */
class GraphStoreIT {
    @TempDir
    static Path folder;

    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private void run(String name, String... settings) throws IOException {
        SmallRun.experiment(folder, name, settings).run(new ProgressListener() {
            @Override
            public void stageEnded(String stage, String outcome, double seconds) {
                lines.add(stage + " " + outcome);
            }

            @Override
            public void warning(String message) {
                warnings.add(message);
            }
        });
    }

    /** Everything that a run computes. */
    private static void assertSameResults(String one, String other) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder.resolve(one))) {
            files = walk.filter(file ->
                            file.toString().matches(".*(model|encoder|predictions|journal)[^/]*\\.(safetensors|csv)"))
                    .toList();
        }
        assertTrue(files.size() > 12, files.toString());
        for (Path file : files) {
            Path twin = folder.resolve(other).resolve(folder.resolve(one).relativize(file));
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(twin), file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quotient=on", "quotient=off", "mode=minimum-image"})
    void trainingFromTheStoreIsTrainingFromTheDataToTheByte(String graph) throws IOException {
        String option = "graph." + graph;
        String store = "compute.graph-store=" + folder.resolve("store-" + graph);
        run("plain-" + graph, option, "compute.graph-store=none");
        assertFalse(lines.toString().contains("store"), lines.toString());
        run("made-" + graph, option, store);
        assertTrue(lines.get(5).contains(", stored in " + folder), lines.get(5));
        run("found-" + graph, option, store);
        assertTrue(lines.get(9).contains(", from the store " + folder), lines.get(9));
        assertEquals(List.of(), warnings);
        assertSameResults("plain-" + graph, "made-" + graph);
        assertSameResults("plain-" + graph, "found-" + graph);
    }

    @Test
    void whereNoStoreCanBeWrittenTheRunGoesOnAndSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        run("nowhere", "compute.graph-store=" + file.resolve("store"), "pretrain.epochs=1", "finetune.epochs=1");
        assertEquals(
                2,
                warnings.stream().filter(w -> w.startsWith("no graph store: ")).count(),
                warnings.toString());
    }

    @Test
    void aRunMayBeContinuedWithAnotherStore() throws IOException {
        run("moved", "compute.graph-store=none", "pretrain.epochs=1", "finetune.epochs=1");
        run("moved", "compute.graph-store=" + folder.resolve("elsewhere"), "pretrain.epochs=1", "finetune.epochs=1");
        assertEquals(List.of(), warnings);
    }
}
