package org.dssl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dssl.app.UseCases.Predicted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "predict",
        header = "Predict a property of structures without labels",
        description = {
            "%nEvery fold's network predicts; the mean and their spread come into a CSV file with the columns",
            "id, value, spread, and where the target was a logarithm the value itself, and its unit. A run with",
            "finetune.ensemble above 1 gives an uncertainty too: how far the networks of a fold disagree.",
            "The column note marks crystals that are unlike all that the run was trained on."
        },
        footer = {
            "  dssl predict --run runs/elasticity new/*.cif -o predictions.csv",
            "  dssl predict --run runs/elasticity folder/ -o predictions.csv",
            "  dssl predict --run runs/elasticity folder/ -o - | sort -t, -k2 -g"
        })
final class PredictCommand extends DsslCommand {
    @Option(names = "--run", required = true, paramLabel = "RUN", description = "Folder of a finished run.")
    private Path run;

    @Parameters(
            arity = "1..*",
            paramLabel = "STRUCTURES",
            description = "Files and folders of any format that run reads.")
    private List<Path> structures;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE.csv",
            description = "Where to write the predictions; - is the standard output.")
    private Path output;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    private final Context context;

    PredictCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (!output.toString().equals("-")) {
            predict(output, context.console().out(), quiet);
            return ExitCode.OK.code();
        }
        Path file = Files.createTempFile("predictions", ".csv");
        try {
            // The table alone goes to the output, whatever else is said beside it.
            predict(file, context.console().err(), true);
            context.console().out().print(Files.readString(file));
            context.console().out().flush();
        } finally {
            Files.delete(file);
        }
        return ExitCode.OK.code();
    }

    private void predict(Path file, PrintWriter said, boolean silent) {
        try (ConsoleProgress progress = new ConsoleProgress(context.console(), silent)) {
            Predicted predicted = context.open().predict(run, structures, file, progress);
            String skipped = predicted.skipped() == 0 ? "" : ", " + predicted.skipped() + " skipped";
            String noted =
                    predicted.noted() == 0 ? "" : ", " + predicted.noted() + " unlike the training data (column note)";
            String noun = predicted.structures() == 1 ? " structure" : " structures";
            said.println(" " + predicted.structures() + noun + skipped + noted + " → " + output);
            said.flush();
        }
    }
}
