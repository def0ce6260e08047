package org.dssl.adapters.io.structure.cif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dssl.adapters.io.structure.Collected;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The grammar's corners, and what a file may leave out. */
class CifReaderTest {
    static final String CELL = "_cell_length_a 4\n_cell_length_b 5\n_cell_length_c 6\n"
            + "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n";
    static final String SITES = "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";

    @TempDir
    Path folder;

    private Collected read(String text) {
        return Collected.read(new CifReader(), folder, "ab12.cif", text);
    }

    private static void assertAtoms(Crystal crystal, int[] numbers, double... fractional) {
        assertArrayEquals(numbers, crystal.atomicNumbers());
        assertArrayEquals(fractional, crystal.fractional(), 1e-12);
    }

    @Test
    void aPlainFileIsACrystalNamedAfterIt() {
        Collected found = read("# made by hand\ndata_x\n" + CELL + SITES + "Na1 0 0 0\nCl1 0.5 0.25 -0.75\n");
        Crystal crystal = found.only();
        assertEquals("ab12", crystal.id());
        assertEquals(List.of("ab12.cif:2"), found.places);
        assertAtoms(crystal, new int[] {11, 17}, 0, 0, 0, 0.5, 0.25, -0.75);
        assertEquals(120, crystal.lattice().volume(), 1e-9);
    }

    @Test
    void valuesMayBeQuotedSpreadOverLinesAndFollowedByComments() {
        String text =
                """
                data_corners # a comment
                _publ_section_title
                ;the title _cell_length_a 99
                 loop_ 'unclosed
                ;
                _journal_name 'Crystal's Life'   _journal_year "19'84"
                _CELL_LENGTH_A '4.000(2)' _Cell_Length_B "5" _cell_length_c
                ;6.0
                ;
                _cell_angle_alpha 90.(0) _cell_angle_beta 9.0E1 _cell_angle_gamma 90
                LOOP_ _atom_site_fract_x _atom_site_fract_y _atom_site_fract_z _atom_site_label
                .0 0.0 0 'Na1' .5(1) 5e-1 +0.5 # half
                "Cl1"
                loop_ _other_tag a#b 'c d' #e
                """;
        for (String variant : List.of(text, text.replace("\n", "\r\n"), text.replace('\n', '\r'), "\uFEFF" + text)) {
            Crystal crystal = read(variant).only();
            assertAtoms(crystal, new int[] {11, 17}, 0, 0, 0, 0.5, 0.5, 0.5);
            assertEquals(4, crystal.lattice().length(0), 1e-12);
            assertEquals(6, crystal.lattice().length(2), 1e-12);
        }
    }

    @Test
    void linesAreCountedWhateverEndsThem() {
        String text = "data_x\n_title\n;a\nb\n;\n" + CELL + SITES + "Na1 0 0 zero\n";
        for (String variant : List.of(text, text.replace("\n", "\r\n"), text.replace('\n', '\r'))) {
            assertEquals(
                    "ab12.cif:17  _atom_site_fract_z: \"zero\" is not a number (site Na1)",
                    read(variant).onlyProblem());
        }
    }

    @Test
    void namesOfNewerDictionariesAreTheSame() {
        String text = ("data_x\n" + CELL + SITES + "Na1 0 0 0\n")
                .replace("_cell_", "_cell.")
                .replace("site_", "site.");
        assertAtoms(read(text).only(), new int[] {11}, 0, 0, 0);
    }

    @Test
    void aSingleSiteNeedsNoLoop() {
        String text = "data_x\n" + CELL
                + "_atom_site_type_symbol Po\n_atom_site_fract_x 0\n_atom_site_fract_y 0\n_atom_site_fract_z 0.5\n";
        assertAtoms(read(text).only(), new int[] {84}, 0, 0, 0.5);
    }

    @Test
    void aPointStandsForTheDictionarysDefault() {
        String cell = "_cell_length_a 4\n_cell_length_b 5\n_cell_length_c 6\n_cell_angle_beta .\n";
        Crystal crystal = read("data_x\n" + cell + SITES + "Na1 . 0.5 .\n").only();
        assertAtoms(crystal, new int[] {11}, 0, 0.5, 0);
        for (int angle = 0; angle < 3; angle++) {
            assertEquals(90, crystal.lattice().angle(angle), 1e-12);
        }
    }

    @Test
    void deuteriumIsHydrogenAndDummiesAreNoAtoms() {
        String text = "data_x\n" + CELL
                + """
                loop_
                _atom_site_label
                _atom_site_type_symbol
                _atom_site_fract_x
                _atom_site_fract_y
                _atom_site_fract_z
                _atom_site_calc_flag
                D1 D 0 0 0 d
                O1 O2- 0.5 0.5 0.5 .
                Cg Xx ? ? ? dum
                """;
        assertAtoms(read(text).only(), new int[] {1, 8}, 0, 0, 0, 0.5, 0.5, 0.5);
    }

    @Test
    void everyBlockWithPositionsIsAStructure() {
        Collected found = read("data_global\n_publ 'no crystal'\ndata_one\n" + CELL + SITES + "Na1 0 0 0\ndata_cell\n"
                + CELL + SITES + "? ? ? ?\ndata_two\n" + CELL + SITES + "Na1 0 0 bad\ndata_three\n" + CELL + SITES
                + "K1 0 0 0\n");
        assertEquals(
                List.of("ab12/one", "ab12/three"),
                found.crystals.stream().map(Crystal::id).toList());
        assertEquals(List.of("ab12/two"), found.badStructures);
    }

    @Test
    void symmetryGeneratesEveryAtomOnce() {
        String text =
                "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\nloop_\n_space_group_symop_operation_xyz\n"
                        + SignedPermutations.all() + SITES
                        + "Cs1 0 0 0\nCl1 0.5 0.5 0.5\nO1 0.5 0.5 0\nH1 0.2 0.2 0.2\n";
        Crystal crystal = read(text).only();
        assertEquals(1 + 1 + 3 + 8, crystal.atoms());
        assertEquals(
                8,
                java.util.Arrays.stream(crystal.atomicNumbers())
                        .filter(z -> z == 1)
                        .count());
    }

    @Test
    void roundedCoordinatesAreMovedOntoTheSpecialPosition() {
        Crystal crystal = read("data_x\n_cell_length_a 7\n_cell_length_b 7\n_cell_length_c 5\n_cell_angle_gamma 120\n"
                        + "loop_\n_symmetry_equiv_pos_as_xyz\nx,y,z\n-y,x-y,z\n-x+y,-x,z\n-x,-y,-z\ny,-x+y,-z\nx-y,x,-z\n"
                        + SITES + "Na1 0.333 0.667 0.25\n")
                .only();
        assertAtoms(crystal, new int[] {11, 11}, 1 / 3.0, 2 / 3.0, 0.25, 2 / 3.0, 1 / 3.0, 0.75);
    }

    @Test
    void imagesAreMergedByDistanceNotByCoordinates() {
        String cell = "_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n";
        String inversion = "loop_\n_symmetry_equiv_pos_as_xyz\nx,y,z\n-x,-y,-z\n";
        double near = 0.4 * SymmetryExpansion.ONE_ATOM / 4;
        double apart = 0.6 * SymmetryExpansion.ONE_ATOM / 4;
        assertEquals(
                1,
                read("data_x\n" + cell + inversion + SITES + "Na1 0 0 " + near + "\n")
                        .only()
                        .atoms());
        assertEquals(
                2,
                read("data_x\n" + cell + inversion + SITES + "Na1 0 0 " + apart + "\n")
                        .only()
                        .atoms());
    }

    @Test
    void centringAndInversionAgreeWithTheListOfAtoms() {
        String ops = "loop_\n_symmetry_equiv_pos_site_id\n_symmetry_equiv_pos_as_xyz\n1 'x, y, z'\n2 '-x, -y, -z'\n"
                + "3 'x+1/2, y+1/2, z+1/2'\n4 '1/2-x, 1/2-y, 1/2-z'\n";
        Crystal crystal =
                read("data_x\n" + CELL + ops + SITES + "Na1 0.1 0.2 0.3\n").only();
        assertAtoms(crystal, new int[] {11, 11, 11, 11}, 0.1, 0.2, 0.3, 0.9, 0.8, 0.7, 0.6, 0.7, 0.8, 0.4, 0.3, 0.2);
    }

    @Test
    void aTriclinicCellIsThatOfItsParameters() {
        Crystal crystal =
                read("data_x\n_cell_length_a 4.1(1)\n_cell_length_b 5.2\n_cell_length_c 6.3\n_cell_angle_alpha 80\n"
                                + "_cell_angle_beta 95.5(2)\n_cell_angle_gamma 103\n" + SITES + "Na1 0 0 0\n")
                        .only();
        assertArrayEquals(
                Lattice.ofParameters(4.1, 5.2, 6.3, 80, 95.5, 103).rows(),
                crystal.lattice().rows(),
                1e-12);
    }

    @Test
    void filesAreKnownByNameOrContent() {
        CifReader reader = new CifReader();
        assertTrue(reader.accepts("X.CIF.gz", new byte[0]));
        assertTrue(reader.accepts("x", "# c\n\n DATA_x".getBytes(StandardCharsets.US_ASCII)));
        assertFalse(reader.accepts("x", "{\"data_\": 1}".getBytes(StandardCharsets.US_ASCII)));
        assertFalse(reader.accepts("database.txt", "database".getBytes(StandardCharsets.US_ASCII)));
    }
}
