package org.dssl.app.pretrain;

import org.dssl.adapters.tensorflow.Device;
import org.dssl.adapters.tensorflow.TensorFlowBackend;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;

/** The backend that tests of this package train on. */
final class TestBackend {
    private TestBackend() {}

    static TrainingSession open(Program program, OptimiserOptions optimiser, long seed) {
        return new TensorFlowBackend(2, Device.CPU).open(program, optimiser, seed);
    }
}
