package org.dssl.adapters.io.matbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.dssl.ports.out.MatbenchFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardMatbenchFilesTest {
    private static final MatbenchFiles.Info INFO =
            new MatbenchFiles.Info("A. Author", "dssl", "long", "", Map.of("java", List.of("dssl")));

    @TempDir
    Path folder;

    private static MatbenchFiles.Results results(SortedMap<Integer, Integer> missing) {
        MatbenchFiles.Fold fold = new MatbenchFiles.Fold(
                0,
                new TreeMap<>(Map.of("mb-phonons-0003", 1e-5, "mb-phonons-0002", 250.0)),
                new MatbenchFiles.Scores(0.1, 0.2, 1e-7, 3),
                Map.of("seed", 7L));
        return new MatbenchFiles.Results(
                "matbench_phonons",
                Instant.parse("2026-11-22T22:09:06.672Z"),
                List.of(fold),
                missing,
                Map.of("name", "é", "n", 3, "list", Arrays.asList(1, 2.5, true, null)));
    }

    private Path write(SortedMap<Integer, Integer> missing) {
        return new StandardMatbenchFiles().write(folder.resolve("new/out"), results(missing), INFO);
    }

    private static JsonNode read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void theHashIsThatOfMatbenchsPackage() throws IOException {
        JsonNode tree = read(write(new TreeMap<>()));
        // matbench.util.hash_dictionary of the same dictionary, matbench 0.6
        assertEquals(
                "26c3620489a1155e3fee8ff8a6dfd63b655eb4a24a7a2ea2877a8519db6f6e5c",
                tree.get("hash").asText());
    }

    @Test
    void wholeResultsHaveTheKeysThatMatbenchTakesAndNoOther() throws IOException {
        JsonNode tree = read(write(new TreeMap<>()));
        assertEquals(
                List.of(
                        "@class",
                        "@module",
                        "benchmark_name",
                        "datestamp",
                        "hash",
                        "tasks",
                        "user_metadata",
                        "version"),
                names(tree));
        JsonNode task = tree.get("tasks").get("matbench_phonons");
        assertEquals(List.of("@class", "@module", "benchmark_name", "dataset_name", "results"), names(task));
        assertEquals(
                List.of("data", "parameters", "scores"),
                names(task.get("results").get("fold_0")));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void equalResultsAreEqualBytes() throws IOException {
        byte[] first = Files.readAllBytes(write(new TreeMap<>()));
        assertArrayEquals(first, Files.readAllBytes(write(new TreeMap<>())));
        assertArrayEquals(new byte[4], Arrays.copyOfRange(first, 4, 8), "the gzip header holds no time");
    }

    @Test
    void partialResultsSaySoInTheirNameAndInAKeyThatMatbenchRefuses() throws IOException {
        Path whole = write(new TreeMap<>());
        Path partial = write(new TreeMap<>(Map.of(0, 251, 3, 253)));
        assertEquals("results.partial.json.gz", partial.getFileName().toString());
        assertFalse(Files.exists(whole), "results of before are not left beside");
        JsonNode missing = read(partial).get("partial");
        assertEquals("[\"fold_3\"]", missing.get("missing_folds").toString());
        assertEquals(
                "{\"fold_0\":251,\"fold_3\":253}",
                missing.get("missing_predictions").toString());
        assertTrue(write(new TreeMap<>()).endsWith("results.json.gz"));
        assertFalse(Files.exists(partial));
    }

    @Test
    void anInfoThatAPersonHasFilledInIsKept() throws IOException {
        Path info = write(new TreeMap<>()).resolveSibling("info.json");
        JsonNode tree = new ObjectMapper().readTree(info.toFile());
        assertEquals("A. Author", tree.get("authors").asText());
        assertEquals("[\"dssl\"]", tree.get("requirements").get("java").toString());
        Files.writeString(info, "{}");
        write(new TreeMap<>());
        assertEquals("{}", Files.readString(info));
    }
}
