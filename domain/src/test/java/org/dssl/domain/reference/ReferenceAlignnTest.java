package org.dssl.domain.reference;

import org.dssl.domain.nn.Alignn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.EncoderContract;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;

class ReferenceAlignnTest extends EncoderContract {
    @Override
    protected Encoder encoder() {
        return new Alignn(8, 6, 2, 1);
    }

    @Override
    protected TrainingSession open(Program program, OptimiserOptions optimiser, long seed) {
        return new ReferenceSession(program, optimiser, seed);
    }

    @Override
    protected double tolerance() {
        return 1e-9;
    }
}
