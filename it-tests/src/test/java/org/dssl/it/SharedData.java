package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.Lattice;

/**
 * Files outside the repository that only some machines have: reference values and data sets. The folder is named by
 * {@code DSSL_SHARED} (system property or environment); otherwise it is {@code ../shared} beside the repository.
 * Without the folder a test is skipped with a printed reason; in a folder that is there, a missing file is a failure.
 */
public final class SharedData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SharedData() {}

    /** A file such as {@code reference/crystals.jsonl}. */
    static Path file(String name) {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            String reason = "skipped: no folder " + folder + " with " + name + "; DSSL_SHARED names another";
            System.out.println(reason);
            assumeTrue(false, reason);
        }
        Path file = folder.resolve(name);
        assertTrue(Files.exists(file), () -> folder + " is there, but has no " + name);
        return file;
    }

    private static Path folder() {
        String named = System.getProperty("DSSL_SHARED", System.getenv("DSSL_SHARED"));
        Path folder = named != null && !named.isBlank()
                ? Path.of(named)
                : Path.of(System.getProperty("dssl.root", "..")).resolve("../shared");
        return folder.toAbsolutePath().normalize();
    }

    /** One JSON value per line, the file gzipped or not. */
    static List<JsonNode> jsonLines(String name) {
        Path file = file(name);
        List<JsonNode> values = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        name.endsWith(".gz") ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    values.add(JSON.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        return values;
    }

    /** The crystals of the reference values, in file order, on the lattice rows that were used there. */
    public static List<Crystal> referenceCrystals() {
        return jsonLines("reference/crystals.jsonl").stream()
                .map(SharedData::crystal)
                .toList();
    }

    private static Crystal crystal(JsonNode line) {
        JsonNode symbols = line.get("elements");
        int[] numbers = new int[symbols.size()];
        for (int atom = 0; atom < numbers.length; atom++) {
            numbers[atom] = Elements.number(symbols.get(atom).asText()).orElseThrow();
        }
        Lattice lattice = Lattice.ofRows(flat(line.get("lattice")));
        return new Crystal(line.get("id").asText(), lattice, numbers, flat(line.get("frac")), Map.of());
    }

    /** The numbers of nested arrays, one after the other. */
    static double[] flat(JsonNode arrays) {
        List<Double> numbers = new ArrayList<>();
        collect(arrays, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonNode node, List<Double> into) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, into));
        } else {
            into.add(node.doubleValue());
        }
    }

    /** Lines by their id. */
    static Map<String, JsonNode> byId(List<JsonNode> lines) {
        Map<String, JsonNode> byId = new HashMap<>();
        lines.forEach(line -> byId.put(line.get("id").asText(), line));
        return byId;
    }
}
