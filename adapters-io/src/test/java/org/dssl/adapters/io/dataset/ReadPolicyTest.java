package org.dssl.adapters.io.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.ReadPolicy;
import org.dssl.ports.out.ReadPolicy.Disorder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadPolicyTest {
    private static final String CELL = "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n";
    private static final String SITES =
            "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";
    private static final String SHARED =
            "shared: set/shared.cif:11  site Fe1 is occupied to 0.7; only fully occupied, ordered structures can be used";
    private static final String DRY =
            "dry: set/dry.cif:5  _chemical_formula_sum: the formula has hydrogen (H2 O), but no site is hydrogen";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("set"));
        Files.writeString(folder.resolve("set/ordered.cif"), CELL + SITES + "Na1 0 0 0\n");
        Files.writeString(
                folder.resolve("set/shared.cif"),
                CELL + SITES + "_atom_site_occupancy\nFe1 0 0 0 0.7\nNi1 0 0 0 0.3\n");
        Files.writeString(
                folder.resolve("set/dry.cif"), CELL + "_chemical_formula_sum 'H2 O'\n" + SITES + "O1 0 0 0\n");
    }

    private Loaded load(Disorder disorder, boolean hydrogen) {
        return Loaded.from(folder, folder.resolve("set").toString(), null, null, new ReadPolicy(disorder, hydrogen));
    }

    @Test
    void imperfectStructuresAreLeftOutAndListed() {
        Loaded found = load(Disorder.SKIP, false);
        assertEquals(List.of("ordered"), found.ids());
        assertEquals(
                List.of(
                        DRY + " (missing-hydrogen: keep uses the atoms that are there)",
                        SHARED + " (disorder: majority takes the likeliest atoms)"),
                found.problems());
    }

    @Test
    void theLikeliestAtomsAreTakenAndThatIsSaid() {
        Loaded found = load(Disorder.MAJORITY, true);
        assertEquals(List.of("dry", "ordered", "shared"), found.ids());
        assertEquals(List.of(), found.problems());
        assertEquals(
                "1 of 1 sites disordered, the likeliest taken: Fe1 (Fe 0.7, Ni 0.3) → Fe",
                found.crystals().get(2).labels().get(ImperfectStructure.CHANGES));
        assertEquals(Map.of(), found.crystals().get(1).labels());
    }

    @Test
    void disorderMayStopTheReading() {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> load(Disorder.FAIL, true));
        assertEquals(1, e.problems().size());
    }

    @Test
    void theRowsOfATableFollowThePolicyToo() throws IOException {
        Files.writeString(folder.resolve("set/targets.csv"), "shared,2\n");
        Loaded found = load(Disorder.MAJORITY, false);
        assertEquals(List.of("shared"), found.ids());
        assertEquals("2", found.crystals().get(0).labels().get("target"));
        assertEquals(List.of("set/targets.csv:1"), found.places());
    }
}
