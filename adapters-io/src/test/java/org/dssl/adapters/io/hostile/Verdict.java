package org.dssl.adapters.io.hostile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dssl.adapters.io.structure.Limits;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** What must hold of everything a reader finds, whatever it was given. */
final class Verdict implements StructureSink {
    /** A message longer than this is no message. */
    private static final int LONGEST = 1000;

    private final String place;
    private int structures;
    private int problems;

    /** @param place with which all places begin */
    Verdict(String place) {
        this.place = place;
    }

    @Override
    public void crystal(Crystal crystal, String at) {
        structures++;
        assertTrue(at.startsWith(place), at);
        assertFalse(crystal.id().isBlank(), "id");
        assertTrue(crystal.atoms() > 0 && crystal.atoms() <= Limits.ATOMS, "atoms");
        assertTrue(crystal.lattice().volume() > 0 && crystal.lattice().volume() <= 1e18, "volume");
        for (double coordinate : crystal.fractional()) {
            assertTrue(Double.isFinite(coordinate), "coordinate");
        }
    }

    @Override
    public void problem(StructureProblem problem) {
        problems++;
        assertTrue(problem.place().startsWith(place), problem.place());
        String said = problem.reason();
        assertTrue(!said.isBlank() && said.length() <= LONGEST, () -> said.length() + " characters: " + said);
        assertTrue(
                (problem.place() + said).codePoints().noneMatch(Character::isISOControl),
                () -> "control character in " + problem.place() + "  " + said);
        assertFalse(said.contains("Exception"), said);
    }

    @Override
    public void imperfect(ImperfectStructure structure) {
        problem(structure.problem());
        try {
            crystal(structure.mended().get(), structure.place());
        } catch (CrystalException e) {
            problem(new StructureProblem("x", structure.place(), e.getMessage()));
        }
    }

    /** The source as a whole cannot be used. */
    void refusal(InvalidInputException e) {
        e.problems().forEach(problem -> problem(new StructureProblem("x", place, problem.message())));
    }

    /** Nothing is passed over in silence. */
    void requireOutcome() {
        assertTrue(structures + problems > 0, "neither a structure nor a problem");
    }

    int structures() {
        return structures;
    }

    int problems() {
        return problems;
    }
}
