package org.dssl.adapters.tensorflow;

import org.dssl.domain.algebra.TensorAlgebraContract;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.testing.TensorAssertions.Tolerance;

class TensorFlowAlgebraTest extends TensorAlgebraContract {
    @Override
    protected TrainingSession open(Program program, OptimiserOptions options, long seed) {
        return new TensorFlowBackend(2, Device.CPU).open(program, options, seed);
    }

    @Override
    protected Tolerance tolerance() {
        return Tolerance.of(1e-5);
    }
}
