package org.dssl.app.matbench;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.MatbenchFiles.Info;

/** What is said of the run. */
record RunFacts(
        MatbenchSettings settings,
        RunConfig config,
        Map<String, Object> provenance,
        String variant,
        TargetConfig target) {

    /** When the run was made, not handed in: the same run is the same file. */
    Instant started() {
        return Instant.parse(text("started"));
    }

    Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("algorithm", settings.algorithm());
        for (String key : List.of("dssl", "backend", "java", "system")) {
            metadata.put(key, text(key));
        }
        metadata.put("variant", variant);
        metadata.put("target", target.column());
        metadata.put("configuration", config.resolvedYaml());
        return metadata;
    }

    Map<String, Object> parameters(int fold) {
        return Map.of("variant", variant, "seed", config.seed(), "fold", fold);
    }

    Info info() {
        String version = text("dssl");
        String description = "Crystal graph network " + config.encoder().type() + ", "
                + (config.pretrain().isPresent() && variant.equals("pretrained")
                        ? "pretrained by physics-guided self-supervised learning on crystals without labels, then"
                                + " fine-tuned on each fold."
                        : "trained on each fold.");
        return new Info(
                settings.authors(),
                settings.algorithm(),
                description,
                "Made by dssl " + version + "; the configuration is in user_metadata.",
                Map.of("java", List.of("dssl==" + version)));
    }

    private String text(String key) {
        Object value = provenance.get(key);
        if (value == null) {
            throw new InvalidInputException(
                    settings.run().resolve("provenance.json").toString(), "has no '" + key + "'");
        }
        return value.toString();
    }
}
