package org.dssl.adapters.io.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dssl.domain.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives are read in place, as folders are, and an entry gets no further than a file of a folder would. */
class ArchivesTest {
    private static final String CIF =
            "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\nloop_\n_atom_site_label\n_atom_site_fract_x\n"
                    + "_atom_site_fract_y\n_atom_site_fract_z\nNa1 0 0 0\n";
    private static final String BAD = CIF.replace("Na1", "Xx1");

    @TempDir
    Path folder;

    private Map<String, String> entries(String... namesAndTexts) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            entries.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return entries;
    }

    private List<Path> all(Map<String, String> entries) {
        return List.of(
                Archives.zip(folder.resolve("set.zip"), entries),
                Archives.tar(folder.resolve("set.tar"), false, entries),
                Archives.tar(folder.resolve("set.tgz"), true, entries));
    }

    @Test
    void anArchiveGivesWhatItsFolderGives() throws IOException {
        Map<String, String> entries =
                entries("a.cif", CIF, "b/c.cif", CIF, "b/d.cif", BAD, ".hidden/e.cif", CIF, "__MACOSX/b.cif", CIF);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            Path file = folder.resolve("set").resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
        Files.delete(folder.resolve("set/__MACOSX/b.cif"));
        Loaded unpacked = Loaded.from(folder, folder.resolve("set"));
        for (Path archive : all(entries)) {
            Loaded found = Loaded.from(folder, archive);
            assertEquals(List.of("a", "c"), found.ids());
            assertEquals(unpacked.hash(), found.hash());
            String name = archive.getFileName().toString();
            assertEquals(List.of(name + "/a.cif:1", name + "/b/c.cif:1"), found.places());
            assertEquals(1, found.problems().size());
            assertTrue(found.problems().get(0).startsWith("d: " + name + "/b/d.cif:10  "), found.problems()::toString);
        }
    }

    @Test
    void anArchiveIsKnownByItsContentNotItsName() throws IOException {
        Path zip = Archives.zip(folder.resolve("set.zip"), entries("a.cif", CIF));
        Path renamed = Files.move(zip, folder.resolve("set.cif"));
        assertEquals(List.of("a"), Loaded.from(folder, renamed).ids());
    }

    @Test
    void anArchiveMayHoldATableWithTheNamesOfItsFiles() {
        for (String table : List.of("targets.csv", "id_prop.csv")) {
            for (Path archive :
                    all(entries("toy/b.cif", CIF, "toy/" + table, "a,1.5\nb.cif,2\nc,3\n", "toy/a.cif", CIF))) {
                Loaded found = Loaded.from(folder, archive);
                assertEquals(List.of("a", "b.cif"), found.ids());
                assertEquals("1.5", found.crystals().get(0).labels().get("target"));
                assertEquals(1, found.problems().size());
                assertTrue(found.problems().get(0).contains("toy/" + table + ":3  "), found.problems()::toString);
                assertTrue(found.problems().get(0).contains("holds no structure file named c"));
            }
        }
    }

    @Test
    void theStructuresOfATableMayBeAnArchive() throws IOException {
        Path table = Files.writeString(folder.resolve("moduli.csv"), "name,K\nb,2\na,1\n");
        for (Path archive : all(entries("a.cif", CIF, "x/b.cif", CIF, "unused.cif", BAD))) {
            Loaded found = Loaded.from(folder, table.toString(), archive.toString(), "name");
            assertEquals(List.of("b", "a"), found.ids());
            assertEquals("2", found.crystals().get(0).labels().get("K"));
            assertEquals(List.of(), found.problems());
        }
    }

    @Test
    void entriesThatLeadOutOfTheArchiveAreRefusedByName() {
        Map<String, String> entries = entries("../../evil.cif", CIF, "a.cif", CIF, "b/../../c.cif", CIF);
        for (Path archive : all(entries)) {
            Loaded found = Loaded.from(folder, archive);
            assertEquals(List.of("a"), found.ids());
            assertEquals(2, found.problems().size());
            assertTrue(found.problems().stream().allMatch(p -> p.contains("leads out of the archive; it is refused")));
        }
        for (String name : List.of("/etc/passwd", "C:\\x.cif", "..\\x.cif", "a/..", "a\nb.cif")) {
            assertTrue(ArchiveNames.refusal(name).endsWith("it is refused"), name);
        }
        assertEquals(null, ArchiveNames.refusal("a/..b/c..cif"));
    }

    @Test
    void linksAndArchivesWithinArchivesAreNotFollowed() throws IOException {
        Path tar = Archives.tar(folder.resolve("set.tar"), false, entries("a.cif", CIF, "b.cif", "->/etc/passwd"));
        Loaded found = Loaded.from(folder, tar);
        assertEquals(List.of("a"), found.ids());
        assertTrue(found.problems().get(0).endsWith("links in archives are not followed"), found.problems()::toString);
        Files.createDirectories(folder.resolve("nest"));
        Files.move(tar, folder.resolve("nest/set.tar"));
        assertTrue(Loaded.from(folder, folder.resolve("nest"))
                .problems()
                .get(0)
                .contains("an archive among structure files"));
    }

    @Test
    void aBombIsRefusedInBoundedMemory() throws IOException {
        Path bomb = folder.resolve("bomb.xyz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                out.write(zeros);
            }
        }
        List<String> problems = Loaded.from(folder, bomb).problems();
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("expands to more than 200 times its packed size"), problems::toString);
        Path large = folder.resolve("large.cif");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(65L << 20);
        }
        problems = Loaded.from(folder, large).problems();
        assertTrue(problems.get(0).contains("the file has more than 64 MiB"), problems::toString);
    }

    @Test
    void anEntryThatIsABombIsRefusedAndTheOthersAreRead() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.jsonl"));
            byte[] blanks = "\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 80; i++) {
                out.write(blanks);
            }
            out.putNextEntry(new ZipEntry("b.cif"));
            out.write(CIF.getBytes(StandardCharsets.US_ASCII));
        }
        Loaded found = Loaded.from(folder, zip);
        assertEquals(List.of("b"), found.ids());
        assertEquals(1, found.problems().size());
        assertTrue(found.problems().get(0).contains("expands to more than 200 times"), found.problems()::toString);
    }

    @Test
    void aCutOrDamagedArchiveIsAProblemNotACrash() throws IOException {
        for (Path archive : all(entries("a.cif", CIF, "b.cif", CIF))) {
            byte[] bytes = Files.readAllBytes(archive);
            Path cut =
                    Files.write(folder.resolve("cut-" + archive.getFileName()), Arrays.copyOf(bytes, bytes.length / 3));
            try {
                assertTrue(!Loaded.from(folder, cut).problems().isEmpty(), archive.toString());
            } catch (InvalidInputException e) {
                assertTrue(e.getMessage().contains("cut-"), e.getMessage());
            }
        }
    }

    @Test
    void otherPackersAreNamed() throws IOException {
        Path bzip2 = Files.write(folder.resolve("x.cif.bz2"), new byte[] {'B', 'Z', 'h', '9', 0, 0});
        String message = assertThrows(InvalidInputException.class, () -> Loaded.from(folder, bzip2))
                .getMessage();
        assertTrue(message.contains("is packed with bzip2, which is not read; unpack it"), message);
    }
}
