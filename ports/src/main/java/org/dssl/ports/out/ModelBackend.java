package org.dssl.ports.out;

import java.util.Optional;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;

/** Runs programs on a device. Thread-safe; sessions are not. */
public interface ModelBackend {

    /** {@code tensorflow} or {@code reference}. */
    String id();

    /** Version, device and threads for the first line of a run: {@code TensorFlow 2.18 · CPU, 2 threads}. */
    String description();

    /** What the first session will do that takes long or much space, so that users can be told before; loads nothing. */
    default Optional<String> notice() {
        return Optional.empty();
    }

    /** @param seed of the initial parameters, each drawn from the stream seed / "parameters" / name */
    TrainingSession open(Program program, OptimiserOptions optimiser, long seed);
}
