package org.dssl.it;

import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;

class ReferenceQuotientIT extends QuotientOnCrystals {
    @Override
    TrainingSession open(Program program, OptimiserOptions optimiser, long seed) {
        return new ReferenceSession(program, optimiser, seed);
    }

    @Override
    double tolerance() {
        return 1e-9;
    }
}
