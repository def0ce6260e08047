package org.dssl.it;

import org.dssl.adapters.tensorflow.Device;
import org.dssl.adapters.tensorflow.TensorFlowBackend;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;

class TensorFlowPretrainParityIT extends DeeperGatGnnPretrainParity {
    @Override
    TrainingSession open(Program program, OptimiserOptions optimiser) {
        return new TensorFlowBackend(2, Device.CPU).open(program, optimiser, 1);
    }

    @Override
    DeeperGatGnnParity.Tolerance tolerance() {
        return new DeeperGatGnnParity.Tolerance(1e-5, 1e-4);
    }
}
