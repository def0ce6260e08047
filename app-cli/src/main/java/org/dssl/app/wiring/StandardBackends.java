package org.dssl.app.wiring;

import java.util.Locale;
import org.dssl.adapters.tensorflow.Device;
import org.dssl.adapters.tensorflow.TensorFlowBackend;
import org.dssl.app.BackendFactory;
import org.dssl.app.config.RunConfig.ComputeConfig;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;
import org.dssl.ports.out.ModelBackend;

/** The backends by their names in the configuration. */
final class StandardBackends implements BackendFactory {

    @Override
    public ModelBackend open(ComputeConfig compute) {
        return switch (compute.backend()) {
            case "tensorflow" ->
                new TensorFlowBackend(
                        compute.threads(), Device.valueOf(compute.device().toUpperCase(Locale.ROOT)));
            case "reference" -> new Reference();
            default -> throw new IllegalArgumentException("no backend '" + compute.backend() + "'");
        };
    }

    /** Double precision on the JDK alone: exact and slow. */
    private static final class Reference implements ModelBackend {
        @Override
        public String id() {
            return "reference";
        }

        @Override
        public String description() {
            return "reference algebra · CPU, 1 thread, double precision";
        }

        @Override
        public TrainingSession open(Program program, OptimiserOptions optimiser, long seed) {
            return new ReferenceSession(program, optimiser, seed);
        }
    }
}
