package org.dssl.app.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dssl.adapters.io.dataset.Datasets;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.app.data.ReadCrystal;
import org.dssl.ports.out.DatasetSource.Request;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A target is a column by its name, with its transform, whatever source has it. */
class TargetsOfEverySourceTest {
    private static final String CIF =
            "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\nloop_\n_atom_site_label\n_atom_site_fract_x\n"
                    + "_atom_site_fract_y\n_atom_site_fract_z\nNa1 0 0 0\n";
    private static final String POSCAR = "x\n1\n4 0 0\n0 4 0\n0 0 4\nNa\n1\nDirect\n0 0 0\n";
    private static final String STRUCTURE =
            "{\"lattice\":{\"matrix\":[[4,0,0],[0,4,0],[0,0,4]]},\"sites\":[{\"species\":"
                    + "[{\"element\":\"Na\",\"occu\":1}],\"abc\":[0,0,0]}]}";
    private static final String ATOMS =
            "{\"lattice_mat\":[[4,0,0],[0,4,0],[0,0,4]],\"coords\":[[0,0,0]],\"elements\":[\"Na\"]}";
    private static final String XYZ = "1\nLattice=\"4 0 0 0 4 0 0 0 4\" id=%s bulk_K=%s\nNa 0 0 0\n";
    private static final String LINE =
            "{\"id\":\"%s\",\"cell\":[4,4,4,90,90,90],\"elements\":[\"Na\"],\"frac\":[[0,0,0]],\"bulk_K\":%s}\n";

    @TempDir
    Path folder;

    /** name of the source, its structures, the column, and name and content of each file. */
    static Stream<Arguments> sources() {
        return Stream.of(
                Arguments.of(
                        "a.jsonl",
                        null,
                        "bulk_K",
                        List.of("a.jsonl", LINE.formatted("a", "10") + LINE.formatted("b", "1e3"))),
                Arguments.of(
                        "a.xyz",
                        null,
                        "bulk_K",
                        List.of("a.xyz", XYZ.formatted("a", "10.0") + XYZ.formatted("b", "1000"))),
                Arguments.of(
                        "split.json",
                        null,
                        "bulk_K",
                        List.of(
                                "split.json",
                                "{\"columns\":[\"structure\",\"bulk_K\"],\"index\":[\"a\",\"b\"],\"data\":[["
                                        + STRUCTURE + ",10],[" + STRUCTURE + ",1000]]}")),
                Arguments.of(
                        "columns.json",
                        null,
                        "bulk_K",
                        List.of(
                                "columns.json",
                                "{\"structure\":{\"a\":" + STRUCTURE + ",\"b\":" + STRUCTURE
                                        + "},\"bulk_K\":{\"a\":10,\"b\":1000}}")),
                Arguments.of(
                        "jarvis.json",
                        null,
                        "bulk_K",
                        List.of(
                                "jarvis.json",
                                "[{\"jid\":\"a\",\"atoms\":" + ATOMS + ",\"bulk_K\":10},{\"jid\":\"b\",\"atoms\":"
                                        + ATOMS + ",\"bulk_K\":1000}]")),
                Arguments.of(
                        "ase",
                        null,
                        "target",
                        List.of("ase/targets.csv", "a,10\nb,1000\n", "ase/a.cif", CIF, "ase/b.cif", CIF)),
                Arguments.of(
                        "jarvis",
                        null,
                        "target2",
                        List.of(
                                "jarvis/id_prop.csv",
                                "a,0,10\nb,0,1000\n",
                                "jarvis/a.vasp",
                                POSCAR,
                                "jarvis/b.vasp",
                                POSCAR)),
                Arguments.of("toy.zip", null, "target", List.of("toy.zip", "")),
                Arguments.of(
                        "moduli.csv",
                        "files",
                        "bulk_K",
                        List.of(
                                "moduli.csv",
                                "name;bulk_K\na;10\nb;1000\n",
                                "files/a.cif",
                                CIF,
                                "files/b.vasp",
                                POSCAR)),
                Arguments.of(
                        "moduli.csv",
                        "toy.zip",
                        "bulk_K",
                        List.of("moduli.csv", "name,bulk_K\na,10\nb,1000\n", "toy.zip", "")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sources")
    void theColumnsLogarithmIsTheTarget(String source, String structures, String column, List<String> files)
            throws IOException {
        for (int i = 0; i < files.size(); i += 2) {
            Path file = folder.resolve(files.get(i));
            Files.createDirectories(file.getParent());
            if (files.get(i).endsWith(".zip")) {
                zip(file);
            } else {
                Files.writeString(file, files.get(i + 1));
            }
        }
        List<ReadCrystal> crystals = new ArrayList<>();
        String inside = structures == null ? null : folder.resolve(structures).toString();
        new Datasets()
                .load(
                        new Request(folder.resolve(source).toString(), inside, inside == null ? null : "name", "data"),
                        (crystal, place) -> crystals.add(new ReadCrystal(crystal, place)),
                        problem -> {
                            throw new AssertionError(problem.toString());
                        });
        TargetReader.Result result =
                TargetReader.read(crystals, List.of(new TargetConfig(column, "log10", "GPa")), "data");
        assertEquals(
                List.of("a", "b"),
                result.kept().stream().map(read -> read.crystal().id()).toList());
        assertArrayEquals(new double[] {1}, result.targets().get(0), 1e-12);
        assertArrayEquals(new double[] {3}, result.targets().get(1), 1e-12);
    }

    private static void zip(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String[] entry :
                    new String[][] {{"toy/a.cif", CIF}, {"toy/targets.csv", "a,10\nb,1000\n"}, {"toy/b.cif", CIF}}) {
                zip.putNextEntry(new ZipEntry(entry[0]));
                zip.write(entry[1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
