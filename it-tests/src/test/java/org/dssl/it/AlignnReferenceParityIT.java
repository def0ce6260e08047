package org.dssl.it;

import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;

class AlignnReferenceParityIT extends AlignnParity {
    @Override
    TrainingSession open(Program program, OptimiserOptions optimiser) {
        return new ReferenceSession(program, optimiser, 1);
    }

    @Override
    Tolerance tolerance() {
        return new Tolerance(1e-9, 1e-9);
    }
}
