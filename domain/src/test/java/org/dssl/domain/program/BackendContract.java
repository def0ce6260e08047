package org.dssl.domain.program;

import org.dssl.domain.testing.TensorAssertions.Tolerance;

/** What the contracts below need from a backend. */
public abstract class BackendContract {

    protected abstract TrainingSession open(Program program, OptimiserOptions options, long seed);

    /** Of a few operations on numbers around one: 1e-9 in double precision, about 1e-5 in single. */
    protected abstract Tolerance tolerance();

    /** The tolerance where the expected numbers are finite differences, good to about nine digits. */
    protected final Tolerance gradientTolerance() {
        Tolerance own = tolerance();
        return new Tolerance(Math.max(10 * own.relative(), 1e-7), Math.max(10 * own.absolute(), 1e-8));
    }
}
