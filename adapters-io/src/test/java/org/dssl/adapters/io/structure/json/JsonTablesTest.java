package org.dssl.adapters.io.structure.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.Collected;
import org.dssl.domain.crystal.Crystal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of pandas in all orientations that hold structures, and the data of JARVIS and MEGNet. */
class JsonTablesTest {
    private static final String NACL =
            """
            {"@module":"pymatgen.core.structure","@class":"Structure","charge":0,
            "lattice":{"matrix":[[4,0,0],[0,5,0],[1,0,6]]},
            "sites":[{"species":[{"element":"Na","occu":1}],"abc":[0,0,0],"label":"Na1"},
            {"species":[{"element":"Cl","occu":1}],"abc":[0.5,0.25,-0.1],"label":"Cl1"}]}""";
    private static final String JARVIS =
            """
            {"lattice_mat":[[4,0,0],[0,5,0],[1,0,6]],"coords":[[0,0,0],[0.5,0.25,-0.1]],"elements":["Na ","Cl"],
            "abc":[4,5,6.1],"angles":[90,80,90],"cartesian":false,"props":["",""]}""";

    @TempDir
    Path folder;

    private Collected read(String text) {
        return Collected.read(new PymatgenJsonReader(), folder, "set.json", text);
    }

    private static void assertTwo(Collected found, String first, String second) {
        assertEquals(List.of(), found.problems);
        assertEquals(
                List.of(first, second), found.crystals.stream().map(Crystal::id).toList());
        for (Crystal crystal : found.crystals) {
            assertArrayEquals(new int[] {11, 17}, crystal.atomicNumbers());
            assertArrayEquals(new double[] {0, 0, 0, 0.5, 0.25, -0.1}, crystal.fractional(), 1e-12);
            assertArrayEquals(
                    new double[] {4, 0, 0, 0, 5, 0, 1, 0, 6}, crystal.lattice().rows(), 0);
        }
    }

    @Test
    void aTableByColumnsHasItsLabelsBeforeOrBehindItsStructures() {
        String structures = "\"structure\":{\"0\":" + NACL + ",\"1\":" + NACL + "}";
        for (String text : List.of(
                "{\"gap\":{\"0\":1.5,\"1\":null}," + structures + "}",
                "{" + structures + ",\"gap\":{\"0\":1.5,\"1\":null}}")) {
            Collected found = read(text);
            assertTwo(found, "0", "1");
            assertEquals(Map.of("gap", "1.5"), found.crystals.get(0).labels());
            assertEquals(Map.of(), found.crystals.get(1).labels());
        }
        assertTwo(read("{" + structures + ",\"material_id\":{\"0\":\"mp-1\",\"1\":\"mp-2\"}}"), "mp-1", "mp-2");
    }

    @Test
    void aBadStructureOfATableByColumnsIsAProblemOfItsOwn() {
        Collected found = read("{\"structure\":{\"a\":" + NACL + ",\n\"b\":{\"lattice\":1}}}");
        assertEquals(1, found.crystals.size());
        assertEquals(
                List.of(
                        "set.json:5  structure.b  no structure with lattice and sites, or lattice_mat and coords, stands here"),
                found.problems);
    }

    @Test
    void recordsAndRowsByIndexAreRead() {
        assertTwo(
                read("{\"0\":{\"structure\":" + NACL + ",\"gap\":1},\"7\":{\"structure\":" + NACL + ",\"gap\":2}}"),
                "0",
                "7");
    }

    @Test
    void oneRecordALineIsReadToo() {
        String line = NACL.replace("\n", "");
        assertTwo(
                read("{\"id\":\"a\",\"structure\":" + line + "}\n{\"structure\":" + line + ",\"id\":\"b\"}\n"),
                "a",
                "b");
        assertTwo(read(line + "\n" + line + "\n"), "set", "set-1");
        assertTrue(new PymatgenJsonReader().accepts("x.jsonl", NACL.getBytes(StandardCharsets.UTF_8)));
        assertTrue(!new JsonlReader().accepts("x.jsonl", NACL.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theRecordsOfJarvisAreReadAndWhatTheyDoNotKnowIsAbsent() {
        Collected found =
                read("[{\"jid\":\"JVASP-1\",\"atoms\":" + JARVIS + ",\"ehull\":0.25,\"bulk\":\"na\"},{\"atoms\":"
                        + JARVIS.replace("[[0,0,0],[0.5,0.25,-0.1]]", "[[0,0,0],[1.9,1.25,-0.6]]")
                                .replace("false", "true")
                        + ",\"jid\":\"JVASP-2\"}]");
        assertTwo(found, "JVASP-1", "JVASP-2");
        assertEquals(Map.of("ehull", "0.25"), found.crystals.get(0).labels());
    }

    @Test
    void aStructureMayBeATextOfJsonOrACif() {
        String cif =
                "data_x\\n_cell_length_a 4\\n_cell_length_b 5\\n_cell_length_c 6\\nloop_\\n_atom_site_type_symbol\\n"
                        + "_atom_site_fract_x\\n_atom_site_fract_y\\n_atom_site_fract_z\\nNa 0 0 0\\n";
        Crystal crystal = read("[{\"material_id\":\"mp-1\",\"structure\":\"" + cif + "\",\"K\":2}]")
                .only();
        assertEquals("mp-1", crystal.id());
        assertEquals(Map.of("K", "2"), crystal.labels());
        String quoted = NACL.replace("\n", "").replace("\"", "\\\"");
        assertTwo(
                read("{\"index\":[0,1],\"columns\":[\"structure\"],\"data\":[[\"" + quoted + "\"],[" + JARVIS + "]]}"),
                "0",
                "1");
    }

    @Test
    void anIndexWithoutRowsIsAProblem() {
        Collected found = read("{\"index\":[0,1],\"columns\":[\"structure\"],\"data\":[[" + NACL + "]]}");
        assertEquals(List.of("set.json:4  data[1]  index has 2 entries, but there are 1 rows"), found.problems);
    }
}
