package org.dssl.ports.out;

import org.dssl.domain.crystal.Crystal;

/** Receives what a reader finds. */
public interface StructureSink {
    void crystal(Crystal crystal);

    void problem(StructureProblem problem);
}
