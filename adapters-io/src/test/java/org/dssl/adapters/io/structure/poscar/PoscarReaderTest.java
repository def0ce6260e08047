package org.dssl.adapters.io.structure.poscar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dssl.adapters.io.structure.Collected;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.domain.crystal.Crystal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoscarReaderTest {
    private static final String VASP_5 =
            """
            rock salt, not to be read: K
            2.0
            2 0 0
            0 2 0
            0 0 2.5
            Na Cl
            1 1
            Direct
            0 0 0
            0.5 0.5 0.5
            """;

    @TempDir
    Path folder;

    private Collected read(String text) {
        return Collected.read(new PoscarReader(), folder, "nacl.vasp", text);
    }

    private static void assertRockSalt(Crystal crystal) {
        assertArrayEquals(new int[] {11, 17}, crystal.atomicNumbers());
        assertArrayEquals(
                new double[] {4, 0, 0, 0, 4, 0, 0, 0, 5}, crystal.lattice().rows(), 1e-12);
        assertArrayEquals(new double[] {0, 0, 0, 0.5, 0.5, 0.5}, crystal.fractional(), 1e-12);
    }

    @Test
    void allWaysToWriteOneCrystalAreThatCrystal() {
        assertRockSalt(read(VASP_5).only());
        assertRockSalt(read(VASP_5.replace("\n", "\r\n")).only());
        assertRockSalt(read(VASP_5.replace("2.0\n2", "-80\n2")).only()); // minus the volume
        assertRockSalt(read(VASP_5.replace("2.0\n2", "2.0 2.0 2.0\n2")).only());
        assertRockSalt(
                read(VASP_5.replace("Direct", "Selective dynamics\nDirect").replace("0.5 0.5 0.5", "0.5 0.5 0.5 T F T"))
                        .only());
        assertRockSalt(read(VASP_5.replace("Direct", "cartesian").replace("0.5 0.5 0.5", "1 1 1.25"))
                .only());
        assertRockSalt(read(VASP_5.replace("Na Cl", "Na_pv Cl/1a2b3c")).only());
        assertRockSalt(read(VASP_5.replace("0.5 0.5 0.5", "5d-1 .5 +0.5 Cl")).only());
        assertRockSalt(read(VASP_5 + "\n0.1 0 0\n0 0 0\n").only()); // velocities
    }

    @ParameterizedTest
    @ValueSource(strings = {"Na Cl", "NaCl", "  Na  Cl # made by hand", "Na1 Cl1", "Na7Cl7"})
    void aFileOfVasp4TakesItsElementsFromTheComment(String comment) {
        assertRockSalt(read(VASP_5.replace("Na Cl\n", "").replaceFirst(".*\n", comment + "\n"))
                .only());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rock salt", "NaCl2", "Na", "Na Cl O", "Xx Cl", ""})
    void aCommentThatIsNotTheElementsIsNoSource(String comment) {
        String problem = read(VASP_5.replace("Na Cl\n", "").replaceFirst(".*\n", comment + "\n"))
                .onlyProblem();
        assertTrue(
                problem.startsWith("nacl.vasp:6  the file names no elements (VASP 4), and its comment is neither"),
                problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.0|0|2  a scaling factor is 0.0; it must be positive, or, if there is but one, minus the volume",
                "2.0|2.0 -1 3|2  a scaling factor is -1.0;",
                "2.0|abc|2  the scaling factor: \"abc\" is not a number",
                "0 2 0|0 2|4  lattice vector 2 is missing; the line has 2 values",
                "0 2 0|2 0 0|5  the cell has volume 0.0",
                "0 2 0|nan 2 0|4  lattice vector 2: \"nan\" is not a number",
                "Na Cl|Na Xx|6  \"Xx\" is no element",
                "1 1|1 1 1|7  2 element symbols, but 3 numbers of atoms",
                "1 1|1 x|7  a number of atoms must stand here, not \"x\"",
                "1 1|0 0|7  the numbers of atoms are missing or 0",
                "1 1|1 999999999|7  the structure has more than 100000 atoms",
                "1 1|1 2|10  the file ends before position 3 of 3",
                "Direct|here|8  Direct or Cartesian must stand here, not \"here\"",
                "0.5 0.5 0.5|0.5 0.5|10  position 2 of 2 is missing; the line has 2 values",
                "0.5 0.5 0.5|0 0 1|1  atoms 1 (Na) and 2 (Cl) stand on one spot"
            })
    void aMistakeIsNamedWithItsLine(String part, String instead, String problem) {
        String found = read(VASP_5.replaceFirst("\\Q" + part + "\\E", instead)).onlyProblem();
        assertTrue(found.startsWith("nacl.vasp:" + problem), found);
    }

    @Test
    void aFileCalledPoscarIsNamedByItsFolder() throws IOException {
        Path file = Files.createDirectories(folder.resolve("mp-149")).resolve("CONTCAR");
        Files.writeString(file, VASP_5);
        Collected found = Collected.of(folder);
        StructureFiles.read(new PoscarReader(), StructureFiles.input(file), found);
        assertEquals("mp-149", found.only().id());
        assertEquals("nacl", read(VASP_5).only().id());
    }

    @Test
    void filesAreKnownByNameOrContent() {
        PoscarReader reader = new PoscarReader();
        byte[] content = VASP_5.getBytes(StandardCharsets.US_ASCII);
        assertTrue(reader.accepts("POSCAR-JVASP-1002.vasp", new byte[0]));
        assertTrue(reader.accepts("CONTCAR.gz", new byte[0]));
        assertTrue(reader.accepts("x", content));
        assertFalse(reader.accepts("x", "1\n2\n3\n4\n5\n6\n7\n8\n".getBytes(StandardCharsets.US_ASCII)));
    }
}
