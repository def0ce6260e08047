package org.dssl.adapters.io.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    @TempDir
    Path folder;

    private static String cif(String element) {
        return "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\nloop_\n_atom_site_label\n_atom_site_fract_x\n"
                + "_atom_site_fract_y\n_atom_site_fract_z\n" + element + " 0 0 0\n";
    }

    private static String line(String id) {
        return "{\"id\":\"" + id + "\",\"cell\":[4,4,4,90,90,90],\"elements\":[\"Po\"],\"frac\":[[0,0,0]]}\n";
    }

    private Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String refusal(String source, String structures, String idColumn) {
        return assertThrows(InvalidInputException.class, () -> Loaded.from(folder, source, structures, idColumn))
                .getMessage();
    }

    @Test
    void aFolderIsReadInTheOrderOfItsFilesNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String name = String.format("s%03d", (i * 37) % 200);
            write("set/" + name + ".cif", cif("Na"));
            names.add(name);
        }
        names.sort(null);
        for (int repeat = 0; repeat < 3; repeat++) {
            assertEquals(names, Loaded.from(folder, folder.resolve("set")).ids());
        }
    }

    @Test
    void aFolderMayHoldFormatsFoldersAndHiddenFiles() {
        write("set/b.cif", cif("Na"));
        write("set/a.jsonl", line("x") + line("y"));
        write("set/sub/c.cif", cif("K"));
        write("set/.hidden/d.cif", cif("K"));
        write("set/.DS_Store", "");
        write("set/README.md", "# Notes");
        write("set/labels.csv", "id,K\nb,1\n");
        write("set/e.cif", cif("Xx"));
        Loaded found = Loaded.from(folder, folder.resolve("set"));
        assertEquals(List.of("x", "y", "b", "c"), found.ids());
        assertEquals(List.of("set/a.jsonl:1", "set/a.jsonl:2", "set/b.cif:1", "set/sub/c.cif:1"), found.places());
        assertEquals(3, found.problems().size());
        assertTrue(found.problems().get(0).startsWith("README: set/README.md  no known format. Known are CIF, "));
        assertTrue(found.problems().get(1).startsWith("e: set/e.cif:10  _atom_site_label"));
        assertTrue(found.problems().get(2).startsWith("labels: set/labels.csv  a table in a folder"));
    }

    @Test
    void aSecondStructureOfOneIdIsAProblemThatNamesBothPlaces() {
        write("set/a.jsonl", line("x") + line("y") + line("x"));
        write("set/y.cif", cif("Na"));
        Loaded found = Loaded.from(folder, folder.resolve("set"));
        assertEquals(List.of("x", "y"), found.ids());
        assertEquals(
                List.of(
                        "x: set/a.jsonl:3  id x is taken already by set/a.jsonl:1; ids must differ",
                        "y: set/y.cif:1  id y is taken already by set/a.jsonl:2; ids must differ"),
                found.problems());
    }

    @Test
    void aTableGivesLabelsAndOrder() {
        Path table = write(
                "moduli.csv",
                "\uFEFFname,K_VRH,\"G, VRH\",note\nb,1.50,,\"a \"\"b\"\"\"\na.cif,2,3,\n\nc,4,5,\nd,6,7,\n");
        write("cifs/a.cif", cif("Na"));
        write("cifs/b.cif", cif("K"));
        write("cifs/d.cif", cif("Xx"));
        write("cifs/unused.cif", cif("Rb"));
        Loaded found =
                Loaded.from(folder, table.toString(), folder.resolve("cifs").toString(), "name");
        assertEquals(List.of("b", "a.cif"), found.ids());
        assertEquals(
                Map.of("K_VRH", "1.50", "note", "a \"b\""),
                found.crystals().get(0).labels());
        assertEquals(
                Map.of("K_VRH", "2", "G, VRH", "3"), found.crystals().get(1).labels());
        assertEquals(19, found.crystals().get(0).atomicNumber(0));
        assertEquals(List.of("moduli.csv:2", "moduli.csv:3"), found.places());
        assertTrue(
                found.problems()
                        .get(0)
                        .startsWith("c: moduli.csv:5  cifs holds no structure file named c; the nearest name is "),
                found.problems().get(0));
        assertTrue(
                found.problems().get(1).startsWith("d: cifs/d.cif:10  _atom_site_label"),
                found.problems().get(1));
    }

    @Test
    void aTableMayUseSemicolonsOrTabs() {
        write("cifs/a.cif", cif("Na"));
        for (String delimiter : List.of(";", "\t")) {
            Path table = write("t.csv", "id;K\na;1,5\n".replace(";", delimiter));
            Loaded found =
                    Loaded.from(folder, table.toString(), folder.resolve("cifs").toString(), "id");
            assertEquals(Map.of("K", "1,5"), found.crystals().get(0).labels());
        }
    }

    @Test
    void aTableIsCheckedBeforeItIsRead() {
        write("cifs/a.cif", cif("Na"));
        String cifs = folder.resolve("cifs").toString();
        String table = write("t.csv", "ids,K\na,1\n").toString();
        assertTrue(refusal(table, cifs, "id").contains("Did you mean ids? Set id to one of ids, K"));
        write("t.csv", "id,K,K\na,1,2\n");
        assertTrue(refusal(table, cifs, "id").contains("names a column twice: id, K, K"));
        write("t.csv", "id,K\na,1\nb\n");
        assertTrue(refusal(table, cifs, "id").contains("t.csv:3  the row has 1 cells, the table 2 columns (id, K)"));
        write("t.csv", "");
        assertTrue(refusal(table, cifs, "id").contains("is empty"));
        write("t.csv", "id,K\na,\"1\n");
        assertTrue(refusal(table, cifs, "id").contains("is not a CSV table"));
        assertTrue(refusal(cifs, cifs, "id").contains("is a folder; beside structures, source must be a table"));
        write("t.csv", "id,K\na,1\n");
        assertTrue(refusal(table, table, "id").contains("is no folder; structures must be a folder"));
        assertTrue(refusal(table, null, "id").contains("is a table; structures must name the folder"));
    }

    @Test
    void theReferenceLayoutIsATableWithoutHeader() {
        write("toy/targets.csv", "26,-0.5\n9,1.25\n7,0\n");
        write("toy/9.cif", cif("Na"));
        write("toy/26.cif", cif("K"));
        Loaded found = Loaded.from(folder, folder.resolve("toy"));
        assertEquals(List.of("26", "9"), found.ids());
        assertEquals(Map.of("target", "-0.5"), found.crystals().get(0).labels());
        assertEquals(1, found.problems().size());
        assertTrue(found.problems().get(0).startsWith("7: toy/targets.csv:3  "));
    }

    @Test
    void aRowNeedsOneFileWithOneStructure() {
        write("toy/targets.csv", "a,1\nb,2\n,3\n");
        write("toy/a.cif", cif("Na"));
        write("toy/a.jsonl", line("a"));
        write("toy/b.jsonl", line("x") + line("y"));
        Loaded found = Loaded.from(folder, folder.resolve("toy"));
        assertEquals(List.of(), found.ids());
        assertTrue(found.problems().get(0).contains("toy/targets.csv:1  several files are named a: toy/a.cif"));
        assertTrue(found.problems().get(1).contains("toy/b.jsonl holds 2 structures; a row needs one"));
        assertTrue(found.problems().get(2).contains("toy/targets.csv:3  id is empty; it must name a structure file"));
    }

    @Test
    void aMissingSourceNamesWhatIsThere() {
        write("unlabelled/a.cif", cif("Na"));
        String message = refusal(folder.resolve("unlabeled").toString(), null, null);
        assertTrue(message.startsWith("run.yaml:3  data  there is no "), message);
        assertTrue(message.contains("Did you mean unlabelled?"), message);
        message = refusal(folder.resolve("nowhere/near").toString(), null, null);
        assertTrue(message.contains("Its folder is missing too"), message);
        assertTrue(refusal(write("notes.md", "# Notes").toString(), null, null).contains("has no known format"));
    }

    @Test
    void anEmptyFolderIsAProblem() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        List<String> problems = Loaded.from(folder, folder.resolve("empty")).problems();
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).endsWith("the folder or archive holds no files"));
    }

    @Test
    void aLinkToAFolderIsThatFolder() throws IOException {
        write("set/a.cif", cif("Na"));
        Path link = folder.resolve("link");
        try {
            Files.createSymbolicLink(link, folder.resolve("set"));
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "no symbolic links here: " + e);
        }
        assertEquals(List.of("a"), Loaded.from(folder, link).ids());
    }

    @Test
    void theHashIsThatOfTheContent() {
        Path one = write("one/all.jsonl", line("a") + line("b"));
        write("two/1.jsonl", line("a"));
        write("two/2.jsonl", line("b"));
        Path reversed = write("reversed.jsonl", line("b") + line("a"));
        Path other = write("other.jsonl", line("a") + line("b").replace("[[0,0,0]]", "[[0,0,1e-9]]"));
        Path label = write("label.jsonl", line("a") + line("b").replace("{", "{\"K\":1,"));
        String hash = Loaded.from(folder, one).hash();
        assertEquals(64, hash.length());
        assertEquals(hash, Loaded.from(folder, folder.resolve("two")).hash());
        for (Path different : List.of(reversed, other, label)) {
            assertNotEquals(hash, Loaded.from(folder, different).hash());
        }
    }

    @Test
    void theHashCountsForcesAndNotThePackingOfTheirFiles() {
        String head = "1\nid=%s Lattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3:forces:R:3\n";
        String a = head.formatted("a") + "Po 0 0 0 0.1 0.2 0.3\n";
        String b = head.formatted("b") + "Po 0 0 0 0.1 0.2 0.4\n";
        write("two/1.xyz", a);
        write("two/2.xyz", b.replace("Po 0 0 0 0.1", "Po  0  0 0.0 1e-1"));
        String json = "\"forces\":[[0.1,0.2,%s]],\"id\"";
        Path lines = write(
                "f.jsonl",
                line("a").replace("\"id\"", json.formatted("0.3"))
                        + line("b").replace("\"id\"", json.formatted("0.4")));
        String hash = Loaded.from(folder, write("one.xyz", a + b)).hash();
        assertEquals(hash, Loaded.from(folder, folder.resolve("two")).hash());
        assertEquals(hash, Loaded.from(folder, lines).hash());
        assertNotEquals(
                hash,
                Loaded.from(folder, write("other.xyz", a + b.replace("0.4", "0.5")))
                        .hash());
    }

    @Test
    void crystalsComeWithTheIdOfTheirRow() {
        write("toy/targets.csv", "a,1\n");
        write("toy/a.jsonl", line("another"));
        Crystal crystal = Loaded.from(folder, folder.resolve("toy")).crystals().get(0);
        assertEquals("a", crystal.id());
    }
}
