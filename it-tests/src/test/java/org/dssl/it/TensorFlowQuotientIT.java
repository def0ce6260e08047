package org.dssl.it;

import org.dssl.adapters.tensorflow.Device;
import org.dssl.adapters.tensorflow.TensorFlowBackend;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;

class TensorFlowQuotientIT extends QuotientOnCrystals {
    @Override
    TrainingSession open(Program program, OptimiserOptions optimiser, long seed) {
        return new TensorFlowBackend(2, Device.CPU).open(program, optimiser, seed);
    }

    @Override
    double tolerance() {
        return 1e-5;
    }
}
