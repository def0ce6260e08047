package org.dssl.it;

import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;

class ReferencePretrainParityIT extends DeeperGatGnnPretrainParity {
    @Override
    TrainingSession open(Program program, OptimiserOptions optimiser) {
        return new ReferenceSession(program, optimiser, 1);
    }

    @Override
    DeeperGatGnnParity.Tolerance tolerance() {
        return new DeeperGatGnnParity.Tolerance(1e-9, 1e-9);
    }
}
