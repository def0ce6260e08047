package org.dssl.adapters.tensorflow;

import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.EncoderContract;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;

class TensorFlowEncoderTest extends EncoderContract {
    @Override
    protected Encoder encoder() {
        return new DeeperGatGnn(12, 2, 4, 0);
    }

    @Override
    protected TrainingSession open(Program program, OptimiserOptions optimiser, long seed) {
        return new TensorFlowBackend(2, Device.CPU).open(program, optimiser, seed);
    }

    @Override
    protected double tolerance() {
        return 1e-5;
    }

    /** The attention vectors' gradients lose four digits: normalised logits hang on small differences. */
    @Override
    protected double gradientTolerance() {
        return 2e-3;
    }
}
