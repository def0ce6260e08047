package org.dssl.ports.out;

import org.dssl.domain.crystal.Crystal;

/** Receives what a reader finds. */
public interface StructureSink {

    /** @param place file and line where the crystal begins */
    void crystal(Crystal crystal, String place);

    void problem(StructureProblem problem);

    /** A structure that could be used under a condition; as long as none is set, it is a problem. */
    default void imperfect(ImperfectStructure structure) {
        problem(structure.problem());
    }
}
