package org.dssl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dssl.app.weights.ImportSettings;
import org.dssl.app.weights.Moved;
import org.dssl.app.weights.WeightImport;
import org.dssl.domain.problem.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-weights",
        header = "Continue from weights of the reference implementations in Python",
        description = {
            "%nReads a state dictionary saved as safetensors, in Python:",
            "  state = torch.load(\"model.pth\")[\"model_state_dict\"]",
            "  safetensors.torch.save_file(state, \"state.safetensors\")",
            "Widths, layers and heads are read from the shapes. The folder is a run's:",
            "encoder.pretrained may name it, and its finetune.yaml has the settings that",
            "the weights need. A property head comes along and predicts; where the",
            "reference scales lengths by its data set's range, that must be given."
        },
        footer = {
            "  dssl import-weights state.safetensors --encoder deeper-gatgnn -o runs/python",
            "  dssl finetune runs/python/finetune.yaml --set finetune.data.source=DATA \\",
            "       --set finetune.data.target.column=K_VRH",
            "",
            "  dssl import-weights tuned.safetensors --encoder deeper-gatgnn \\",
            "       -o runs/tuned --target K_VRH --length-range 0,7.91",
            "  dssl predict --run runs/tuned new/*.cif -o predictions.csv"
        })
final class ImportWeightsCommand extends DsslCommand {
    @Parameters(paramLabel = "STATE.safetensors", description = "The state dictionary, names as in the reference.")
    private Path state;

    @Option(
            names = "--encoder",
            required = true,
            paramLabel = "NAME",
            description = "Which architecture it is of: deeper-gatgnn, alignn, cgcnn.")
    private String encoder;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "Run folder to make.")
    private Path folder;

    @Option(
            names = "--length-range",
            paramLabel = "LOW,HIGH",
            description =
                    "deeper-gatgnn: shortest and longest edge of the data set it was trained on, in Å; self-loops make"
                            + " LOW 0.")
    private String lengths;

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description = "What its head predicts (property). Once for each output.")
    private List<String> targets = new ArrayList<>();

    private final Context context;

    ImportWeightsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<double[]> range = Optional.ofNullable(lengths).map(ImportWeightsCommand::range);
        Moved moved = context.open().importWeights(new ImportSettings(state, encoder, folder, range, targets));
        new MovedText(context.console().out()).print(moved, "imported", "ignored", "without effect in the reference");
        context.console()
                .out()
                .println(" finetune  dssl finetune " + folder.resolve(WeightImport.CONFIGURATION)
                        + " --set finetune.data.source=DATA --set finetune.data.target.column=COLUMN");
        context.console().out().flush();
        return ExitCode.OK.code();
    }

    private static double[] range(String text) {
        String[] parts = text.split(",", -1);
        try {
            double[] range = {Double.parseDouble(parts[0]), Double.parseDouble(parts[parts.length - 1])};
            if (parts.length == 2 && range[0] >= 0 && range[0] < range[1] && range[1] < Double.POSITIVE_INFINITY) {
                return range;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new InvalidInputException(
                "--length-range", "must be LOW,HIGH in Å, as in 0,7.99, the lower first; not \"" + text + "\"");
    }
}
