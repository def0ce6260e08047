package org.dssl.adapters.io.structure.xyz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.Collected;
import org.dssl.domain.crystal.Crystal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XyzReaderTest {
    private static final String FRAME =
            """
            2
            Lattice="4 0 0 0 4 0 0 0 5" Properties=species:S:1:pos:R:3:charge:R:1:force:R:3 energy=-7.25 stage="as is" relaxed pbc="T T T"
            Na 0 0 0 1.0 0.1 0.2 0.3
            Cl 2.0 2.0 2.5 -1.0 -0.1 -0.2 -0.3
            """;

    @TempDir
    Path folder;

    private Collected read(String text) {
        return Collected.read(new XyzReader(), folder, "a.extxyz", text);
    }

    @Test
    void aFrameIsACrystalWithLabelsAndVectors() {
        Crystal crystal = read(FRAME).only();
        assertEquals("a", crystal.id());
        assertArrayEquals(new int[] {11, 17}, crystal.atomicNumbers());
        assertArrayEquals(new double[] {0, 0, 0, 0.5, 0.5, 0.5}, crystal.fractional(), 1e-12);
        assertEquals(Map.of("energy", "-7.25", "stage", "as is", "relaxed", "T"), crystal.labels());
        assertArrayEquals(
                new double[] {0.1, 0.2, 0.3, -0.1, -0.2, -0.3},
                crystal.vectors("forces").orElseThrow());
    }

    @Test
    void aLatticeMayBeInQuotesBracesOrALatterDayList() {
        for (String lattice :
                List.of("{4 0 0 0 4 0 0 0 5}", "[4,0,0,0,4,0,0,0,5]", "[[4, 0, 0], [0, 4, 0], [0, 0, 5]]")) {
            Crystal crystal = read(FRAME.replace("\"4 0 0 0 4 0 0 0 5\"", lattice)
                            .replace("\"T T T\"", "[T, T, T]"))
                    .only();
            assertArrayEquals(
                    new double[] {4, 0, 0, 0, 4, 0, 0, 0, 5}, crystal.lattice().rows(), lattice);
        }
    }

    @Test
    void manyFramesAreNumberedOrCalledByTheirId() {
        Collected read = read(FRAME + "\n" + FRAME.replace("energy", "id=mp-1 energy"));
        assertEquals(
                List.of("a-0", "mp-1"), read.crystals.stream().map(Crystal::id).toList());
        assertEquals(List.of("a.extxyz:1", "a.extxyz:6"), read.places);
    }

    @Test
    void plainXyzWithALatticeIsRead() {
        Crystal crystal = read("1\nLattice=\"3 0 0 0 3 0 0 0 3\"\nPo 0 0 0\n").only();
        assertEquals(84, crystal.atomicNumber(0));
        assertTrue(crystal.vectorNames().isEmpty());
    }

    @Test
    void aBadFrameIsReportedAndTheNextIsRead() {
        Collected read = read(FRAME.replace("Cl 2.0", "Cl x") + FRAME);
        assertEquals(List.of("a.extxyz:4  column 2: \"x\" is not a number"), read.problems);
        assertEquals(List.of("a-0"), read.badStructures);
        assertEquals(1, read.crystals.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Lattice="4 0 0 0 4 0 0 0 5" | '' | a.extxyz:2  there is no Lattice; molecules cannot be used
                    4 0 0 0 4 0 | 4 0 0 | a.extxyz:2  Lattice must hold 9 numbers, found 6
                    pbc="T T T" | pbc="T T F" | a.extxyz:2  pbc is "T T F"; only crystals, periodic in all three directions, can be used
                    Na 0 | Xx 0 | a.extxyz:3  "Xx" is no element. Did you mean Xe? Known are H to Fm, and D and T as hydrogen
                    -0.3 | '' | a.extxyz:4  has 7 columns; Properties names 8
                    pos:R:3 | pos:R | a.extxyz:2  Properties must be name:type:columns triples, as species:S:1:pos:R:3, not "species:S:1:pos:R:charge:R:1:force:R:3"
                    stage="as is" | stage="as is | a.extxyz:2  column 120 (T T T"): a blank must stand before the next entry. Write key=value, key="a value", key=[1, 2] or a flag
                    pbc="T T T" | pbc="T T T | a.extxyz:2  column 120 ("T T T): the quote " is not closed. Write key=value, key="a value", key=[1, 2] or a flag
                    charge:R:1 | forces:R:3 | a.extxyz:2  Properties names forces twice (force is read as forces): "species:S:1:pos:R:3:forces:R:3:force:R:3"
                    relaxed | id="" | a.extxyz:2  id is empty; leave it out to call the frame a
                    -0.3 | Infinity | a.extxyz:1  forces of atom 2 holds Infinity; numbers must be finite
                    """)
    void mistakesAreNamedWithTheirLine(String found, String instead, String message) {
        String text = FRAME.replace(found, instead == null ? "" : instead);
        assertFalse(text.equals(FRAME), "the mistake is in");
        assertEquals(message, read(text).onlyProblem());
    }

    @Test
    void aFileThatEndsTooEarlyOrBeginsWithoutACountSaysSo() {
        String cut = FRAME.substring(0, FRAME.indexOf("Cl"));
        assertEquals(
                "a.extxyz:1  the frame has 1 of its 2 atoms; the file ends before them",
                read(cut).onlyProblem());
        assertEquals(
                "a.extxyz:1  \"two\" is not a number of atoms; the rest of the file is not read",
                read(FRAME.replaceFirst("2", "two")).onlyProblem());
    }

    @Test
    void itIsRecognisedByNameOrContent() {
        byte[] head = FRAME.getBytes(StandardCharsets.UTF_8);
        assertTrue(new XyzReader().accepts("frames.xyz.gz", new byte[0]));
        assertTrue(new XyzReader().accepts("frames.txt", head));
        assertFalse(new XyzReader().accepts("frames.txt", "data_x\n_cell".getBytes(StandardCharsets.UTF_8)));
    }
}
