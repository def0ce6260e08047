package org.dssl.adapters.tensorflow;

import org.dssl.domain.nn.Alignn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.EncoderContract;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;

class TensorFlowAlignnTest extends EncoderContract {
    @Override
    protected Encoder encoder() {
        return new Alignn(8, 6, 2, 1);
    }

    @Override
    protected TrainingSession open(Program program, OptimiserOptions optimiser, long seed) {
        return new TensorFlowBackend(2, Device.CPU).open(program, optimiser, seed);
    }

    @Override
    protected double tolerance() {
        return 1e-5;
    }
}
