package org.dssl.adapters.io.structure.cif;

import static org.dssl.adapters.io.structure.cif.CifReaderTest.CELL;
import static org.dssl.adapters.io.structure.cif.CifReaderTest.SITES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.dssl.adapters.io.structure.Collected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be used says where and why. */
class BadCifTest {
    @TempDir
    Path folder;

    private String problem(String text) {
        return Collected.read(new CifReader(), folder, "ab12.cif", text).onlyProblem();
    }

    private static String extra(String column, String... rows) {
        return "data_x\n" + CELL + SITES + column + "\n" + String.join("\n", rows) + "\n";
    }

    @Test
    void aWrongNumberNamesItsLineTagAndSite() {
        assertEquals(
                "ab12.cif:15  _atom_site_fract_x: \"0.25.1\" is not a number (site Ti2)",
                problem("data_x\n" + CELL + SITES + "O1 0 0 0\n\nTi2 0.25.1 0 0\n"));
        assertEquals(
                "ab12.cif:15  _atom_site_fract_y: no value is given (?) (site O2)",
                problem("data_x\n" + CELL + SITES + "O1 0 0 0\n\nO2 0.5 ? 0\n"));
        assertEquals(
                "ab12.cif:2  _CELL_length_a: \"4,5\" is not a number",
                problem("data_x\n" + CELL.replace("_cell_length_a 4", "_CELL_length_a 4,5") + SITES + "O1 0 0 0\n"));
    }

    @Test
    void partialOccupancyAndDisorderNameTheSite() {
        assertEquals(
                "ab12.cif:15  site Al1 is occupied to 0.941(8); only fully occupied, ordered structures can be used",
                problem(extra("_atom_site_occupancy", "O1 0 0 0 1.0", "Al1 0.5 0 0 0.941(8)")));
        assertEquals(
                "ab12.cif:15  site C2 belongs to disorder group 2; only ordered structures can be used",
                problem(extra("_atom_site_disorder_group", "O1 0 0 0 .", "C2 0.5 0 0 2")));
        assertEquals(
                "ab12.cif:14  site N1 carries 4 hydrogen atoms without positions (_atom_site_attached_hydrogens)",
                problem(extra("_atom_site_attached_hydrogens", "N1 0 0 0 4", "O1 0.5 0 0 0")));
    }

    @Test
    void fullOccupancyIsWrittenInManyWays() {
        String text =
                extra("_atom_site_occupancy", "O1 0 0 0 1.", "O2 0.5 0 0 1.0000(2)", "O3 0 0.5 0 .", "O4 0 0 0.5 ?");
        assertEquals(
                4,
                Collected.read(new CifReader(), folder, "ab12.cif", text).only().atoms());
    }

    @Test
    void missingHydrogensAreNoticedByTheFormula() {
        assertEquals(
                "ab12.cif:8  _chemical_formula_sum: the formula has hydrogen (H2 O), but no site is hydrogen",
                problem("data_x\n" + CELL + "_chemical_formula_sum 'H2 O'\n" + SITES + "O1 0 0 0\n"));
    }

    @Test
    void aSpaceGroupMustBeKnownAndFitTheCell() {
        assertEquals(
                "ab12.cif:8  _symmetry_space_group_name_H-M: \"F 4/m m m\" comes without symmetry operations and names no"
                        + " setting of a space group that is known; add _space_group_symop_operation_xyz",
                problem("data_x\n" + CELL + "_symmetry_space_group_name_H-M 'F 4/m m m'\n" + SITES + "O1 0 0 0\n"));
        assertEquals(
                "ab12.cif:8  _space_group_IT_number: \"225\" is a symmetry that the cell has not, in any setting of that"
                        + " name; mend one of them",
                problem("data_x\n" + CELL + "_space_group_IT_number 225\n" + SITES + "O1 0 0 0\n"));
        assertEquals(
                "ab12.cif:9  _space_group_IT_number: \"47\" is not the number of P222, which has 16; correct one of them",
                problem("data_x\n" + CELL + "_space_group_name_H-M_alt 'P 2 2 2'\n_space_group_IT_number 47\n" + SITES
                        + "O1 0 0 0\n"));
        assertTrue(
                problem("data_x\n" + CELL + "_space_group_symop_magn_operation.xyz x,y,z,+1\n" + SITES + "O1 0 0 0\n")
                        .contains("magnetic"));
    }

    @ParameterizedTest
    @CsvSource({"'P 1'", "P1", "P 1", "\"p 1 \"", "'P_1'"})
    void p1NeedsNoOperations(String symbol) {
        String text = "data_x\n" + CELL + "_symmetry_space_group_name_H-M " + symbol
                + "\n_space_group_IT_number 1\n_space_group_name_Hall ?\n" + SITES + "O1 0 0 0\n";
        Collected.read(new CifReader(), folder, "ab12.cif", text).only();
    }

    @Test
    void aWrongOperationIsQuoted() {
        assertEquals(
                "ab12.cif:11  _symmetry_equiv_pos_as_xyz: \"x, y, q\" is not an operation such as -x, y+1/2, z:"
                        + " x, y, z or a number is expected at \"q\"",
                problem("data_x\n" + CELL + "loop_\n_symmetry_equiv_pos_as_xyz\n'x, y, z'\n'x, y, q'\n" + SITES
                        + "O1 0 0 0\n"));
    }

    @Test
    void sitesOnOneSpotAreBothNamed() {
        assertEquals(
                "ab12.cif:14  site O2 stands on the same spot as site O1 (line 13)",
                problem("data_x\n" + CELL + SITES + "O1 0 0 0.001\nO2 1 -1 1\n"));
        assertEquals(
                "ab12.cif:17  site O2 stands on the same spot as an image of site O1 (line 16)",
                problem("data_x\n" + CELL + "loop_\n_symmetry_equiv_pos_as_xyz\nx,y,z -x,-y,-z\n" + SITES
                        + "O1 0.1 0 0\nO2 0.9 0 0\n"));
    }

    @Test
    void anIncompleteLoopIsAProblemOfItsStructureAlone() {
        assertEquals(
                "ab12.cif:8  the values of the loop with _atom_site_label do not fill its rows of 4; a value is missing,"
                        + " or one with blanks lacks its quotes",
                problem("data_x\n" + CELL + SITES + "O1 0 0 0\nO2 0.5 0\n"));
    }

    @Test
    void aTextFieldWithoutEndIsNamed() {
        assertEquals(
                "ab12.cif:9  the text field that begins here is never closed by a line that begins with ;",
                problem("data_x\n" + CELL + "_title\n;once upon a time\n" + SITES + "O1 0 0 0\n"));
    }

    @Test
    void aTagGivenTwiceIsRefused() {
        assertEquals(
                "ab12.cif:8  _cell_length_a is given twice; the first time in line 2",
                problem("data_x\n" + CELL + "_cell_length_a 5\n" + SITES + "O1 0 0 0\n"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals("ab12.cif:1  no data block gives positions of atoms (_atom_site_fract_x, y, z)", problem(""));
        assertEquals(
                "ab12.cif:1  no data block gives positions of atoms (_atom_site_fract_x, y, z)",
                problem("data_x\n" + CELL));
        assertEquals("ab12.cif:1  _cell_length_a is missing", problem("data_x\n" + SITES + "O1 0 0 0\n"));
        assertTrue(problem("data_x\n" + CELL + SITES.replace("fract", "Cartn") + "O1 0 0 0\n")
                .startsWith("ab12.cif:1  positions are given as _atom_site_Cartn_x"));
        assertTrue(problem("data_x\n" + CELL + SITES.replace("_atom_site_label\n", "") + "0 0 0\n")
                .contains("no elements"));
    }

    @Test
    void anImpossibleCellIsRefused() {
        assertEquals(
                "ab12.cif:2  cell angles 150.0, 90.0, 30.0° span no volume",
                problem("data_x\n" + CELL.replace("alpha 90", "alpha 150").replace("gamma 90", "gamma 30") + SITES
                        + "O1 0 0 0\n"));
    }

    @Test
    void anUnknownElementIsNamed() {
        assertEquals(
                "ab12.cif:15  _atom_site_type_symbol: \"Wax\" is no element. Did you mean Ba? Known are H to Fm, and D and"
                        + " T as hydrogen (site W2)",
                problem(extra("_atom_site_type_symbol", "O1 0 0 0 O", "W2 0.5 0 0 Wax")));
    }
}
