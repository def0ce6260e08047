package org.dssl.app.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration that imported weights need, as YAML. */
record ImportedConfig(String encoder, StateFormat.Settings settings) {

    /** What a user adds data to: the encoder is that of the file's own folder. */
    String startingPoint() {
        return """
                # What the imported weights of %s need. Run it with data of yours:
                #   dssl finetune THIS.yaml --set finetune.data.source=DATA --set finetune.data.target.column=COLUMN --set output=RUN
                # or copy it into a configuration of your own and let encoder.pretrained name this folder.
                """
                        .formatted(encoder)
                + sections(", pretrained: .")
                + "finetune:\n  " + settings.finetune() + "\n";
    }

    /** For the run folder itself: complete, with the file that the weights come from in the place of data. */
    String complete(Path state, List<String> targets) {
        String columns = targets.stream()
                .map(target -> "{ column: " + quoted(target) + " }")
                .collect(Collectors.joining(", ", "[", "]"));
        return sections("")
                + "finetune:\n  " + settings.finetune() + "\n  data: { source: " + quoted(state.toString())
                + ", target: " + columns + " }\n";
    }

    private String sections(String pretrained) {
        return settings.preset().map(preset -> "preset: " + preset + "\n").orElse("")
                + "encoder: { " + settings.encoder() + pretrained + " }\n"
                + settings.graph().map(graph -> "graph: { " + graph + " }\n").orElse("");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
