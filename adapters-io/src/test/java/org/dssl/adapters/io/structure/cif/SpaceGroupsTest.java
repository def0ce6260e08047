package org.dssl.adapters.io.structure.cif;

import static org.dssl.adapters.io.structure.cif.CifReaderTest.SITES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.dssl.adapters.io.structure.Collected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceGroupsTest {
    private static final String SILICON = "data_x\n_cell_length_a 5.43\n_cell_length_b 5.43\n_cell_length_c 5.43\n";

    @TempDir
    Path folder;

    private Collected read(String text) {
        return Collected.read(new CifReader(), folder, "x.cif", text);
    }

    @Test
    void everySettingGeneratesAsManyOperationsAsItHas() {
        assertEquals(530, SpaceGroups.all().size());
        for (SpaceGroupSetting setting : SpaceGroups.all()) {
            assertEquals(setting.order(), setting.operations().size(), setting.title());
        }
    }

    @Test
    void everyGroupIsThere() {
        assertEquals(
                230,
                SpaceGroups.all().stream()
                        .map(SpaceGroupSetting::number)
                        .collect(Collectors.toSet())
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "F d -3 m :1, fd-3m, 1",
        "Fd-3m:2, fd-3m, 2",
        "P 4/n m m (origin choice 2), p4/nmm, 2",
        "F d -3 m S, fd-3m, 1",
        "F d -3 m Z, fd-3m, 2",
        "R -3 c R, r-3c, r",
        "R -3 H, r-3, h",
        "R -3 m:H, r-3m, h",
        "P 1 21/c 1, p121/c1, ''",
        "P2_1/c, p21/c, ''"
    })
    void symbolsCarryTheirChoiceInManyWays(String text, String symbol, String qualifier) {
        assertEquals(new SpaceGroupName(symbol, qualifier), SpaceGroupName.parse(text, null));
    }

    @ParameterizedTest
    @CsvSource({
        "P21/c, 14, b1",
        "P 21/n, 14, b2",
        "C 2/c, 15, b1",
        "I2/a, 15, b3",
        "Pbnm, 62, cab",
        "F m 3 m, 225, ''",
        "I 41/a m d, 141, 1",
        "P 63/m m c, 194, ''"
    })
    void symbolsOfPapersAreKnown(String symbol, int number, String choice) {
        SpaceGroupSetting first =
                SpaceGroups.named(SpaceGroupName.parse(symbol, null).symbol()).get(0);
        assertEquals(number, first.number());
        assertEquals(choice, first.choice());
    }

    @Test
    void anOriginChoiceIsThatOfTheSymbol() {
        String site = SITES + "Si1 %s %s %s\n";
        String first = SILICON + "_space_group_name_H-M_alt 'F d -3 m:1'\n" + site.formatted(0, 0, 0);
        String second = SILICON + "_space_group_name_H-M_alt 'F d -3 m Z'\n" + site.formatted(0.125, 0.125, 0.125);
        assertEquals(8, read(first).only().atoms());
        assertEquals(8, read(second).only().atoms());
    }

    @Test
    void anOriginThatIsNotStatedIsDecidedByTheFormulaOrNotAtAll() {
        String sites = "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n"
                + "Mg1 0.125 0.125 0.125\nAl1 0.5 0.5 0.5\nO1 0.2624 0.2624 0.2624\n";
        String spinel = SILICON.replace("5.43", "8.08") + "_symmetry_Int_Tables_number 227\n";
        assertEquals(
                56,
                read(spinel + "_chemical_formula_sum 'Al2 Mg O4'\n" + sites)
                        .only()
                        .atoms());
        String problem = read(SILICON + "_symmetry_Int_Tables_number 227\n" + SITES + "Si1 0 0 0\n")
                .onlyProblem();
        assertTrue(
                problem.startsWith("x.cif:1  the space group has two choices of origin, and the file does not say"),
                problem);
    }

    @Test
    void theCellTellsHexagonalFromRhombohedralAxes() {
        String name = "_symmetry_space_group_name_H-M 'R -3 m'\n" + SITES + "As1 0 0 0.2271\n";
        String hexagonal =
                "data_x\n_cell_length_a 3.76\n_cell_length_b 3.76\n_cell_length_c 10.55\n_cell_angle_gamma 120\n";
        assertEquals(6, read(hexagonal + name).only().atoms());
        String rhombohedral = "data_x\n_cell_length_a 4.13\n_cell_length_b 4.13\n_cell_length_c 4.13\n"
                + "_cell_angle_alpha 54.1\n_cell_angle_beta 54.1\n_cell_angle_gamma 54.1\n";
        assertEquals(
                2,
                read(rhombohedral + name.replace("0 0 0.2271", "0.2271 0.2271 0.2271"))
                        .only()
                        .atoms());
    }

    @Test
    void theUniqueAxisIsThatOfTheCell() {
        String name = "_symmetry_space_group_name_H-M P2/m\n" + SITES + "Na1 0.1 0.2 0.3\n";
        String cell = "data_x\n_cell_length_a 4\n_cell_length_b 5\n_cell_length_c 6\n";
        double[] b = read(cell + "_cell_angle_beta 100\n" + name).only().fractional();
        double[] c = read(cell + "_cell_angle_gamma 100\n" + name).only().fractional();
        assertEquals(12, b.length);
        assertTrue(has(b, 0.9, 0.2, 0.7), "about b");
        assertTrue(has(c, 0.9, 0.8, 0.3), "about c");
    }

    private static boolean has(double[] fractional, double x, double y, double z) {
        for (int i = 0; i < fractional.length; i += 3) {
            if (Math.abs(fractional[i] - x) + Math.abs(fractional[i + 1] - y) + Math.abs(fractional[i + 2] - z)
                    < 1e-9) {
                return true;
            }
        }
        return false;
    }
}
