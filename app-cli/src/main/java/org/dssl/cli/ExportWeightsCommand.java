package org.dssl.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dssl.app.weights.Moved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export-weights",
        header = "Write a run's weights for the reference implementations in Python",
        description = {
            "%nWrites a state dictionary as safetensors, named and laid out as the reference",
            "has it, in Python:",
            "  model.load_state_dict(safetensors.torch.load_file(\"state.safetensors\"))",
            "What the reference holds without using it is filled, so that strict loading",
            "succeeds: linear weights with zeros, normalisations as new ones. With a",
            "property head the names are those of its fine-tuning network."
        },
        footer = {
            "  dssl export-weights runs/my -o encoder.safetensors",
            "  dssl export-weights runs/my -o model.safetensors \\",
            "       --model finetune/pretrained/fold-0/model"
        })
final class ExportWeightsCommand extends DsslCommand {
    @Parameters(paramLabel = "RUN", description = "Folder of a run.")
    private Path run;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "STATE.safetensors",
            description = "File to write.")
    private Path state;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description =
                    "Which of the run's models: pretrain/encoder (if left out), finetune/pretrained/fold-0/model.")
    private String model;

    private final Context context;

    ExportWeightsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Moved moved = context.open().exportWeights(run, Optional.ofNullable(model), state);
        new MovedText(context.console().out()).print(moved, "exported", "filled", "without effect in the reference");
        context.console().out().flush();
        return ExitCode.OK.code();
    }
}
