package org.dssl.domain.reference;

import org.dssl.domain.algebra.TensorAlgebraContract;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.testing.TensorAssertions.Tolerance;

class ReferenceAlgebraTest extends TensorAlgebraContract {

    @Override
    protected TrainingSession open(Program program, OptimiserOptions options, long seed) {
        return new ReferenceSession(program, options, seed);
    }

    @Override
    protected Tolerance tolerance() {
        return Tolerance.of(1e-12);
    }
}
