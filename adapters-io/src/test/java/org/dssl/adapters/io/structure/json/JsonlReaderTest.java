package org.dssl.adapters.io.structure.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dssl.adapters.io.structure.Collected;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonlReaderTest {
    private static final String ATOMS =
            "\"cell\":[4,5,6,90,90,90],\"elements\":[\"Na\",\"Cl\"],\"frac\":[[0,0,0],[0.5,0.25,-1e-1]]";

    @TempDir
    Path folder;

    private Collected read(String text) {
        return Collected.read(new JsonlReader(), folder, "set.jsonl", text);
    }

    @Test
    void aLineIsACrystalWithItsLabelsAsTexts() {
        Crystal crystal =
                read("{\"id\":\"a\",\"K\":1.50,\"n\":3,\"stable\":true,\"name\":\"rock salt\",\"gap\":null,\"bad\":NaN,"
                                + "\"list\":[1],\"map\":{\"id\":2}," + ATOMS + "}\n")
                        .only();
        assertEquals("a", crystal.id());
        assertArrayEquals(new int[] {11, 17}, crystal.atomicNumbers());
        assertArrayEquals(new double[] {0, 0, 0, 0.5, 0.25, -0.1}, crystal.fractional(), 0);
        assertArrayEquals(
                Lattice.ofParameters(4, 5, 6, 90, 90, 90).rows(),
                crystal.lattice().rows(),
                0);
        assertEquals(Map.of("K", "1.50", "n", "3", "stable", "true", "name", "rock salt"), crystal.labels());
    }

    @Test
    void linesAreCountedAndBadOnesDoNotEndTheReading() {
        Collected found = read("{\"id\":\"a\"," + ATOMS + "}\n\n{\"id\":\"b\"\n{\"id\":7," + ATOMS + "}\n");
        assertEquals(List.of("a", "7"), found.crystals.stream().map(Crystal::id).toList());
        assertEquals(List.of("set.jsonl:1", "set.jsonl:4"), found.places);
        assertEquals(1, found.problems.size());
        assertTrue(found.problems.get(0).startsWith("set.jsonl:3  not JSON at column"), found.problems.get(0));
        assertEquals(List.of("b"), found.badStructures);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"a\"| |id is missing",
                "\"cell\":[4,5,6,90,90,90]| |cell is missing",
                ",90]|]|cell must hold 6 numbers (a, b, c, α, β, γ), found 5",
                "[4,|[\"x\",|cell: \"x\" is not a number",
                ",\"Cl\"| |1 elements, but 2 positions in frac",
                "\"Cl\"|\"Xx\"|elements[1]: \"Xx\" is no element. Did you mean Xe? Known are H to Fm, and D and T as hydrogen",
                "[0.5,|[|frac[1] must hold 3 numbers, found 2",
                "-1e-1|null|frac[1]: \"null\" is not a number",
                "-1e-1|NaN|fractional coordinate z of atom 2 is NaN; it must be a finite number, at most a million cells away",
                "[4,|[-4,|a cell length is -4.0 Å; it must be positive",
                "[0.5,0.25,-1e-1]|[1,1,1]|atoms 1 (Na) and 2 (Cl) stand on one spot (0.000 Å apart)",
                "\"id\":\"a\"|\"id\":[1]|id must be a text or a number"
            })
    void aProblemSaysWhatWasFound(String part, String instead, String reason) {
        String line = "{\"id\":\"a\"," + ATOMS + "}";
        assertTrue(line.contains(part), part);
        String wrong = line.replace(part, instead == null ? "" : instead)
                .replace(",,", ",")
                .replace("{,", "{");
        assertEquals("set.jsonl:1  " + reason, read(wrong).onlyProblem());
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertTrue(
                read("{\"id\":\"a\",\"id\":\"b\"," + ATOMS + "}").onlyProblem().contains("Duplicate field 'id'"));
    }

    @Test
    void aListOfThreeNumbersForEachAtomIsVectors() {
        String lists =
                "\"force\":[[1,2,3],[-1,-2,NaN]],\"v\":[[1,1,1],[0,0,0]],\"flat\":[1,2,3,4,5,6],\"text\":[[1,2,\"3\"],"
                        + "[4,5,6]],\"deep\":[[[1,2,3],[4,5,6]]],\"ragged\":[[1,2],[3,4,5,6]],\"one\":[[1,2,3]],\"maps\":[{\"a\":[1]}],";
        Crystal crystal = read("{\"id\":\"a\"," + lists + ATOMS + "}").only();
        assertEquals(Set.of("forces", "v"), crystal.vectorNames(), "those alone");
        assertArrayEquals(
                new double[] {1, 2, 3, -1, -2, Double.NaN},
                crystal.vectors("forces").orElseThrow());
        assertEquals(Map.of(), crystal.labels());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"forces\":[[1,2,3]]|forces must be a list of [x, y, z], one for each of the 2 atoms; found 1",
                "\"forces\":[]|forces must be a list of [x, y, z], one for each of the 2 atoms; found 0",
                "\"force\":[1,2,3,4,5,6]|forces must be a list of [x, y, z], one for each of the 2 atoms; this is another list",
                "\"forces\":[[1,2,3],[4,5,null]]|forces must be a list of [x, y, z], one for each of the 2 atoms; this is another list",
                "\"forces\":[[1,2,3],[4,5,Infinity]]|forces of atom 2 holds Infinity; numbers must be finite",
                "\"forces\":[[1,2,3],[4,5,6]],\"force\":[[1,2,3],[4,5,6]]|both force and forces are given; keep one"
            })
    void forcesOfAnotherShapeAreAProblem(String forces, String reason) {
        assertEquals(
                "set.jsonl:1  " + reason,
                read("{\"id\":\"a\"," + forces + "," + ATOMS + "}").onlyProblem());
    }

    /** Forces as written come back as they were where a lies along x and b in the xy plane; else turned with the cell. */
    @Test
    void forcesKeepTheirComponentsAlongTheLatticeVectors() throws IOException {
        double[] forces = {0.1, -0.2, 0.3, -0.4, 0.5, -0.6};
        Lattice standard = Lattice.ofParameters(4, 5, 6, 80, 95, 110);
        double[] rows = standard.rows();
        Lattice turned = Lattice.ofRows( // by 90° about z, then about x
                -rows[1], -rows[2], rows[0], -rows[4], -rows[5], rows[3], -rows[7], -rows[8], rows[6]);
        double[] turnedForces = {0.2, -0.3, 0.1, -0.5, 0.6, -0.4};
        int[] numbers = {11, 17};
        double[] fractional = {0, 0, 0, 0.5, 0.25, 0.4};
        try (JsonlWriter writer = new JsonlWriter(folder.resolve("f.jsonl"))) {
            writer.write(
                    new Crystal("a", standard, numbers, fractional, Map.of()).withVectors(Map.of("forces", forces)));
            writer.write(new Crystal("b", turned, numbers, fractional, Map.of())
                    .withVectors(Map.of("forces", turnedForces)));
        }
        Collected found = Collected.of(folder);
        new JsonlReader().read(StructureFiles.input(folder.resolve("f.jsonl")), found);
        assertEquals(List.of(), found.problems);
        for (Crystal crystal : found.crystals) {
            assertArrayEquals(rows, crystal.lattice().rows(), 1e-12);
            assertArrayEquals(forces, crystal.vectors("forces").orElseThrow(), 1e-12, crystal.id());
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Crystal crystal = new Crystal(
                "mp-1 é",
                Lattice.ofRows(4.1, 0.2, 0.3, -1.1, 5.2, 0.1, 0.7, 0.3, 6.3),
                new int[] {1, 100, 26},
                new double[] {0, 1 / 3.0, -0.1, 0.1234567890123456, 1e-17, 0.5, 0.9, 0.8, 0.7},
                Map.of("gap", "1.50", "note", "a \"quoted\", line"));
        for (String name : List.of("out.jsonl", "out.jsonl.gz")) {
            Path file = folder.resolve(name);
            try (JsonlWriter writer = new JsonlWriter(file)) {
                writer.write(crystal);
                writer.write(crystal.withId("second"));
            }
            assertEquals(name.endsWith(".gz"), Files.readAllBytes(file)[0] == 0x1f);
            Collected found = Collected.of(folder);
            new JsonlReader().read(StructureFiles.input(file), found);
            assertEquals(List.of(), found.problems);
            assertEquals(
                    List.of("mp-1 é", "second"),
                    found.crystals.stream().map(Crystal::id).toList());
            Crystal read = found.crystals.get(0);
            assertArrayEquals(crystal.atomicNumbers(), read.atomicNumbers());
            assertArrayEquals(crystal.fractional(), read.fractional(), 0);
            assertEquals(crystal.labels(), read.labels());
            for (int i = 0; i < 3; i++) {
                assertEquals(crystal.lattice().length(i), read.lattice().length(i), 1e-12);
                assertEquals(crystal.lattice().angle(i), read.lattice().angle(i), 1e-10);
            }
        }
    }
}
