package org.dssl.adapters.io.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dssl.adapters.io.dataset.Datasets;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.DatasetSource.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that once went wrong, and those that an enemy would try first: each ends as one problem with its place. */
class HostileRegressionsTest {
    private static final String CELL = "data_x\n_cell_length_a %s\n_cell_length_b 4\n_cell_length_c 4\n";
    private static final String SITES =
            "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";
    private static final String POSCAR = "x\n1\n%s 0 0\n0 4 0\n0 0 4\nNa\n1\nDirect\n0 0 0\n";
    private static final String LINE =
            "{\"id\":\"a\",\"cell\":[%s,4,4,90,90,90],\"elements\":[\"Na\"],\"frac\":[[0,0,0]]}\n";
    private static final String XYZ = "1\nLattice=\"%s 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3\nNa 0 0 0\n";
    private static final String STRUCTURE =
            "{\"lattice\":{\"matrix\":[[%s,0,0],[0,4,0],[0,0,4]]},\"sites\":[{\"species\":"
                    + "[{\"element\":\"Na\",\"occu\":1}],\"abc\":[0,0,0]}]}";
    private static final String ATOMS =
            "{\"lattice_mat\":[[%s,0,0],[0,4,0],[0,0,4]],\"coords\":[[0,0,0]],\"elements\":[\"Na\"]}";

    @TempDir
    Path folder;

    static Stream<Arguments> impossibleCells() {
        List<Arguments> all = new ArrayList<>();
        for (String length : List.of("NaN", "0", "-0.0", "1e-9", "1e999", "1e20", "Infinity", "\"4\"", "null", "")) {
            all.add(Arguments.of("a.cif", CELL + SITES + "Na 0 0 0\n", length));
            all.add(Arguments.of("a.vasp", POSCAR, length));
            all.add(Arguments.of("a.jsonl", LINE, length));
            all.add(Arguments.of("a.xyz", XYZ, length));
            all.add(Arguments.of("a.json", STRUCTURE, length));
            all.add(Arguments.of("b.json", ATOMS, length));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("impossibleCells")
    void anImpossibleCellIsAProblemOfItsFile(String name, String text, String length) {
        boolean quotedInCif = name.equals("a.cif") && length.equals("\"4\""); // quotes mean nothing to a CIF's numbers
        List<String> found = problems(name, text.formatted(length));
        assertEquals(quotedInCif ? 0 : 1, found.size(), found::toString);
        found.forEach(problem -> assertTrue(problem.startsWith(name), problem));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "huge.vasp", POSCAR.formatted("1").replace("0 4 0", "-99999999999999999999 4 0"), "huge.vasp:"),
                Arguments.of("empty.jsonl", "\n \n", "empty.jsonl:2  the file holds no structures"),
                Arguments.of("empty.xyz", "", "empty.xyz:1  the file holds no structures"),
                Arguments.of(
                        "sites.json",
                        STRUCTURE
                                .formatted("4")
                                .replace("[{\"species\"", "{\"x\":{\"species\"")
                                .replace("]}]}", "]}}}"),
                        "sites.json:1  sites must be a list, found object"),
                Arguments.of(
                        "elements.json",
                        ATOMS.formatted("4").replace("[\"Na\"]", "{\"a\":\"Na\"}"),
                        "elements.json:1  elements must be a list, found object"),
                Arguments.of(
                        "row.json",
                        "{\"index\":[1],\"columns\":[\"structure\"],\"data\":[{\"a\":1}]}",
                        "row.json:1  data[0]  the row is no list of values"),
                Arguments.of("utf32.json", "{\"a\":1}\u0000\u0000\u0000{", "utf32.json:1  not JSON"),
                Arguments.of(
                        "control.xyz", "1\n\u0000\u0001\"x\u0085\nNa 0 0 0\n", "control.xyz:2  column 1 (\uFFFD\uFFFD"),
                Arguments.of("blank.json", "{\" \":" + STRUCTURE.formatted("4") + "}", "blank.json:1"),
                Arguments.of(
                        "many.xyz",
                        "1000000\nLattice=\"4 0 0 0 4 0 0 0 4\"\n",
                        "many.xyz:1  the frame has 0 of its 1000000"),
                Arguments.of(
                        "many.vasp",
                        POSCAR.formatted("4").replace("Na\n1\n", "Na\n999999999\n"),
                        "many.vasp:7  the structure has more than"),
                Arguments.of("deep.json", "[".repeat(200_000), "deep.json:1  not JSON"),
                Arguments.of("digits.json", "[" + "9".repeat(100_000) + "]", "digits.json:1  not JSON"),
                Arguments.of(
                        "operations.cif",
                        CELL.formatted("4") + "loop_\n_symmetry_equiv_pos_as_xyz\n" + "x,y,z\n".repeat(100_000) + SITES
                                + "Na 0 0 0\n",
                        "operations.cif:1031  _symmetry_equiv_pos_as_xyz: more"),
                Arguments.of(
                        "one-spot.cif",
                        CELL.formatted("4") + SITES + "_atom_site_occupancy\n" + "Na 0 0 0 0.00001\n".repeat(50_000),
                        "one-spot.cif:111  site Na shares its spot with more than 100"),
                Arguments.of(
                        "symbol.cif",
                        CELL.formatted("4") + SITES + "X".repeat(1_000_000) + " 0 0 0\n",
                        "symbol.cif:10  _atom_site_label: "),
                Arguments.of(
                        "digits.vasp",
                        POSCAR.formatted("1".repeat(1_000_000) + "x"),
                        "digits.vasp:3  lattice vector 1: "),
                Arguments.of(
                        "blanks.xyz",
                        XYZ.formatted(" ".repeat(1_000_000) + "x"),
                        "blanks.xyz:2  Lattice has more than 1000 characters"),
                Arguments.of(
                        "infinite.cif",
                        CELL.formatted("4") + "_symmetry_equiv_pos_as_xyz 'x,y,z+1/0'\n" + SITES + "Na 0 0 0\n",
                        "infinite.cif:5  _symmetry_equiv_pos_as_xyz: \"x,y,z+1/0\" is not an operation"),
                Arguments.of(
                        "mixture.cif",
                        CELL.formatted("4") + SITES.replace("label", "type_symbol") + "'.7Fe + .7Fe' 0 0 0\n",
                        "mixture.cif:10  site .7Fe + .7Fe is occupied to 1.4; from 0 to 1 is possible"),
                Arguments.of(
                        "blocks.cif", "data_\n".repeat(2_000_000), "blocks.cif:1  the file has more than 1000000 tags"),
                Arguments.of(
                        "values.cif",
                        "data_x\n_a\n" + "1 ".repeat(12_000_000),
                        "values.cif:1  the file has more than 10000000 values"),
                Arguments.of(
                        "tree.json", "{\"a\":[" + "0,".repeat(5_000_000) + "0]}", "tree.json:1  not JSON at column"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextThatOnceHurtIsAProblemOfItsFile(String name, String text, String start) {
        List<String> found = problems(name, text);
        assertEquals(1, found.size(), found::toString);
        assertTrue(found.get(0).startsWith(start), found.get(0));
        assertTrue(found.get(0).length() < 1000, found.get(0));
        assertTrue(found.get(0).codePoints().noneMatch(Character::isISOControl), found.get(0));
    }

    @Test
    void aMillionAtomsAreRefusedInEveryFormat() {
        int million = 1_000_000;
        StringBuilder cif = new StringBuilder(CELL.formatted("400") + SITES);
        StringBuilder xyz = new StringBuilder(million + "\nLattice=\"400 0 0 0 400 0 0 0 400\"\n");
        for (int i = 0; i < million; i++) {
            cif.append("Na 0.").append(i).append(" 0 0\n");
            xyz.append("Na ").append(i).append(" 0 0\n");
        }
        String limit = "the structure has more than 100000 atoms; larger ones are not read";
        assertEquals(List.of("m.cif:100010  " + limit), problems("m.cif", cif.toString()));
        assertEquals(
                List.of("m.xyz:1  the frame has more than 100000 atoms or 64 MiB; larger ones are not read"),
                problems("m.xyz", xyz.toString()));
        String elements = LINE.formatted("400").replace("[\"Na\"]", "[" + "\"Na\",".repeat(million) + "\"Na\"]");
        assertEquals(List.of("m.jsonl:1  " + limit), problems("m.jsonl", elements));
        String positions = "[0,0,0],".repeat(million) + "[0,0,0]";
        assertEquals(
                1,
                problems("m.json", ATOMS.formatted("400").replace("[0,0,0]]", positions + "]"))
                        .size());
    }

    @Test
    void whatIsNoUtf8IsNamedByLineAndColumn() throws IOException {
        byte[] latin = (LINE.formatted("4") + LINE.formatted("4").replace("\"a\"", "\"b\u00e9\"") + LINE.formatted("4"))
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("latin.jsonl"), latin);
        List<String> found = problems(folder.resolve("latin.jsonl"));
        assertEquals(2, found.size(), found::toString);
        assertEquals(
                "latin.jsonl:2  the line is not UTF-8 text: byte E9 at column 9. Save the file as UTF-8", found.get(0));
        Files.write(
                folder.resolve("author.cif"),
                ("data_x\n_author 'Caf\u00e9'\n" + CELL.formatted("4").substring(7) + SITES + "Na 0 0 0\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of(), problems(folder.resolve("author.cif")), "an author's name decides nothing");
    }

    @Test
    void brokenTablesAreNamed() throws IOException {
        Path toy = Files.createDirectories(folder.resolve("toy"));
        Files.writeString(toy.resolve("a.cif"), CELL.formatted("4") + SITES + "Na 0 0 0\n");
        for (String text : List.of(
                "",
                "a,\"1",
                "a,1\nb",
                "a,1\n\u00ff",
                "a" + ",1".repeat(2000) + "\na,1\n",
                "x".repeat(100_000) + ",1\n")) {
            Files.write(toy.resolve("targets.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
            List<String> found = problems(toy);
            assertEquals(1, found.size(), found::toString);
            assertTrue(found.get(0).contains("targets.csv") && found.get(0).length() < 1000, found.get(0));
        }
    }

    private List<String> problems(String name, String text) {
        try {
            return problems(Files.writeString(folder.resolve(name), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> problems(Path source) {
        List<String> found = new ArrayList<>();
        try {
            new Datasets()
                    .load(
                            new Request(source.toString(), null, null, "data"),
                            (crystal, place) -> {},
                            problem -> found.add(problem.place() + "  " + problem.reason()));
        } catch (InvalidInputException e) {
            e.problems().forEach(problem -> found.add(problem.place() + "  " + problem.message()));
        }
        String prefix = folder + folder.getFileSystem().getSeparator();
        return found.stream().map(problem -> problem.replace(prefix, "")).toList();
    }
}
