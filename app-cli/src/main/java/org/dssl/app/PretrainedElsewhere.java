package org.dssl.app;

import java.nio.file.Path;
import java.util.List;
import org.dssl.app.config.Features;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.pretrain.Pretrainer;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.ports.run.RunFolder;

/** Weights of another run's pretraining, {@code encoder.pretrained}. */
record PretrainedElsewhere(Services services, RunConfigReader reader) {

    /** @throws InvalidInputException if there are none, or they read other features of atoms */
    ModelState weights(RunConfig config) {
        Path other = Path.of(config.encoder().pretrained());
        try (RunFolder folder = services.folders().read(other)) {
            ModelState weights = Pretrainer.finished(folder);
            if (weights == null) {
                throw new InvalidInputException(
                        "encoder.pretrained", other + " holds no finished pretraining; run it first");
            }
            requireSameFeatures(reader.reread(folder.config(), other.resolve("config.yaml")), config, other);
            return weights;
        }
    }

    /** Shapes alone would let one property pass for another. */
    private static void requireSameFeatures(RunConfig there, RunConfig here, Path other) {
        List<String> found = Features.names(there.graph().atoms());
        List<String> wanted = Features.names(here.graph().atoms());
        if (!found.equals(wanted)) {
            throw new InvalidInputException(
                    "graph.features",
                    "are " + wanted + ", but the pretrained weights of " + other + " read " + found
                            + ". Give features: " + found + ", in this order, or start from other weights.");
        }
    }
}
