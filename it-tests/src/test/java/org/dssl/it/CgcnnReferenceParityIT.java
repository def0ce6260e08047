package org.dssl.it;

import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;

class CgcnnReferenceParityIT extends CgcnnParity {
    @Override
    TrainingSession open(Program program, OptimiserOptions optimiser) {
        return new ReferenceSession(program, optimiser, 1);
    }

    @Override
    double outputs() {
        return 1e-9;
    }

    @Override
    double gradients() {
        return 1e-9;
    }
}
