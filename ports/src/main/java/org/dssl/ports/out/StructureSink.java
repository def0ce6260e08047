package org.dssl.ports.out;

import org.dssl.domain.crystal.Crystal;

/** Receives what a reader finds. */
public interface StructureSink {

    /** @param place file and line where the crystal begins */
    void crystal(Crystal crystal, String place);

    void problem(StructureProblem problem);
}
