package org.dssl.adapters.io.structure.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.Collected;
import org.dssl.domain.crystal.Crystal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PymatgenJsonReaderTest {
    private static final String STRUCTURE =
            """
            {"@module":"pymatgen.core.structure","@class":"Structure","charge":0,"lattice":{"matrix":[[4,0,0],[0,5,0],
            [1,0,6]],"a":4.0},"sites":[{"species":[{"element":"Na","oxidation_state":1.0,"occu":1}],"abc":[0,0,0],"xyz":[0,
            0,0],"label":"Na1","properties":{}},{"species":[{"element":"Cl","occu":1.0}],"abc":[0.5,0.25,-0.1]}]}
            """
                    .replace("\n", "");

    @TempDir
    Path folder;

    private Collected read(String text) {
        return Collected.read(new PymatgenJsonReader(), folder, "set.json", text);
    }

    private static List<String> ids(Collected found) {
        assertEquals(List.of(), found.problems);
        return found.crystals.stream().map(Crystal::id).toList();
    }

    @Test
    void aSingleStructureIsNamedByItsFile() {
        Crystal crystal = read(STRUCTURE).only();
        assertEquals("set", crystal.id());
        assertArrayEquals(new int[] {11, 17}, crystal.atomicNumbers());
        assertArrayEquals(new double[] {0, 0, 0, 0.5, 0.25, -0.1}, crystal.fractional(), 0);
        assertArrayEquals(
                new double[] {4, 0, 0, 0, 5, 0, 1, 0, 6}, crystal.lattice().rows(), 0);
    }

    @Test
    void propertiesBecomeLabelsAndVectors() {
        String text = STRUCTURE
                .replace("\"properties\":{}", "\"properties\":{\"forces\":[1,2,3],\"magmom\":0.5,\"tag\":[1,2,3]}")
                .replace("-0.1]}]", "-0.1],\"properties\":{\"forces\":[-1,-2,-3]}}],\"properties\":{\"energy\":-7.5}");
        Crystal crystal = read(text).only();
        assertEquals(Map.of("energy", "-7.5"), crystal.labels());
        assertEquals(java.util.Set.of("forces"), crystal.vectorNames(), "only what every site has");
        assertArrayEquals(
                new double[] {1, 2, 3, -1, -2, -3}, crystal.vectors("forces").orElseThrow());
    }

    @Test
    void aMatbenchTableHasIdsInItsIndexAndLabelsInItsColumns() {
        String data = "\"data\":[[" + STRUCTURE + ",1.5],[" + STRUCTURE + ",null]]";
        String head = "\"index\":[\"mb-jdft2d-001\",7],\"columns\":[\"structure\",\"exfoliation_en\"]";
        for (String text : List.of("{" + head + "," + data + "}", "{" + data + "," + head + "}")) {
            Collected found = read(text);
            assertEquals(List.of("mb-jdft2d-001", "7"), ids(found));
            assertEquals(Map.of("exfoliation_en", "1.5"), found.crystals.get(0).labels());
            assertEquals(Map.of(), found.crystals.get(1).labels());
            assertTrue(List.of("set.json:1  data[1]", "set.json  data[1]").contains(found.places.get(1)));
        }
    }

    @Test
    void badRowsOfATableAreProblemsOfTheirOwn() {
        String disordered = STRUCTURE.replace("\"occu\":1}", "\"occu\":0.5}");
        Collected found = read("{\"index\":[3,4,5],\"columns\":[\"structure\",\"y\"],\"data\":[\n[" + disordered
                + ",1],\n[\"NaCl\",2],\n[" + STRUCTURE + "],\n[" + STRUCTURE + ",4]]}");
        assertEquals(0, found.crystals.size());
        assertEquals(
                List.of(
                        "set.json:2  data[0]  sites[0] (Na1) holds Na 0.5; only fully occupied, ordered structures can be used",
                        "set.json:3  data[1]  no structure with lattice and sites, or lattice_mat and coords, stands here",
                        "set.json:4  data[2]  the row holds 1 values for 2 columns",
                        "set.json:5  data[3]  index has no entry for this row"),
                found.problems);
    }

    @Test
    void listsAndDictionariesOfStructuresAndRecordsAreRead() {
        assertEquals(List.of("0", "1"), ids(read("[" + STRUCTURE + "," + STRUCTURE + "]")));
        assertEquals(List.of("mp-1", "mp-2"), ids(read("{\"mp-1\":" + STRUCTURE + ",\"mp-2\":" + STRUCTURE + "}")));
        Collected records = read("[{\"material_id\":\"mp-9\",\"structure\":" + STRUCTURE
                + ",\"K\":3.25,\"tags\":[],\"note\":null},{\"structure\":" + STRUCTURE + "}]");
        assertEquals(List.of("mp-9", "1"), ids(records));
        assertEquals(Map.of("K", "3.25"), records.crystals.get(0).labels());
        assertEquals(List.of("mp-3"), ids(read("{\"mp-3\":{\"structure\":" + STRUCTURE + "}}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,0,6]|[1,0]|lattice.matrix[2] must hold 3 numbers, found 2",
                "[[4,0,0],|[|lattice.matrix must hold 3 rows, found 2",
                "[0.5,0.25,-0.1]|[0.5,\"x\",0]|sites[1].abc: \"x\" is not a number",
                "\"Cl\"|\"X0+\"|sites[1]: \"X0+\" is no element. Did you mean Xe? Known are H to Fm, and D and T as hydrogen",
                "[0.5,0.25,-0.1]|[0,0,1]|atoms 1 (Na) and 2 (Cl) stand on one spot (0.000 Å apart)"
            })
    void aProblemSaysWhatWasFound(String part, String instead, String reason) {
        assertTrue(STRUCTURE.contains(part), part);
        assertEquals(
                "set.json:1  " + reason, read(STRUCTURE.replace(part, instead)).onlyProblem());
    }

    @Test
    void aFileThatBreaksOffKeepsWhatCameBefore() {
        Collected found = read("[" + STRUCTURE + ",\n" + STRUCTURE.substring(0, 100));
        assertEquals(1, found.crystals.size());
        assertEquals(1, found.problems.size());
        assertTrue(found.problems.get(0).startsWith("set.json:2  not JSON"), found.problems.get(0));
        assertTrue(found.problems.get(0).endsWith("What follows in the file is not read"), found.problems.get(0));
    }

    @Test
    void otherJsonIsNamedAsUnknown() {
        for (String text : List.of("{}", "[]", "{\"a\":1}")) {
            assertTrue(read(text).onlyProblem().startsWith("set.json:1  no structure in this JSON"), text);
        }
    }
}
