package org.dssl.ports.out;

import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;

/** Runs programs on a device. Thread-safe; sessions are not. */
public interface ModelBackend {

    /** {@code tensorflow} or {@code reference}. */
    String id();

    /** Version, device and threads for the first line of a run: {@code TensorFlow 2.18 · CPU, 2 threads}. */
    String description();

    /** @param seed of the initial parameters, each drawn from the stream seed / "parameters" / name */
    TrainingSession open(Program program, OptimiserOptions optimiser, long seed);
}
