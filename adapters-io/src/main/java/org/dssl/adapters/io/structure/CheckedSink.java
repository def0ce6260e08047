package org.dssl.adapters.io.structure;

import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** Keeps from what follows what a file may put into ids, places and messages: they end in tables and on screens. */
public final class CheckedSink implements StructureSink {
    private static final int LONGEST_ID = 300;
    private static final int LONGEST = 800;

    private final StructureSink next;

    public CheckedSink(StructureSink next) {
        this.next = next;
    }

    @Override
    public void crystal(Crystal crystal, String place) {
        String wrong = wrong(crystal.id());
        if (wrong == null) {
            next.crystal(crystal, Shown.text(place, LONGEST));
        } else {
            problem(new StructureProblem(crystal.id(), place, wrong));
        }
    }

    @Override
    public void problem(StructureProblem problem) {
        next.problem(checked(problem));
    }

    @Override
    public void imperfect(ImperfectStructure structure) {
        String wrong = wrong(structure.problem().structure());
        if (wrong == null) {
            next.imperfect(new ImperfectStructure(
                    checked(structure.problem()),
                    Shown.text(structure.place(), LONGEST),
                    structure.imperfections(),
                    structure.mended()));
        } else {
            problem(new StructureProblem(structure.problem().structure(), structure.place(), wrong));
        }
    }

    private static StructureProblem checked(StructureProblem problem) {
        return new StructureProblem(
                Shown.text(problem.structure(), LONGEST_ID),
                Shown.text(problem.place(), LONGEST),
                Shown.text(problem.reason(), LONGEST));
    }

    private static String wrong(String id) {
        if (id.isBlank()) {
            return "the id is blank";
        }
        boolean fine = id.length() <= LONGEST_ID && id.codePoints().noneMatch(Character::isISOControl);
        return fine
                ? null
                : "the id " + Shown.quoted(id) + " has more than " + LONGEST_ID
                        + " characters, or one that cannot be shown";
    }
}
