package org.dssl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.app.UseCases.StudyRequest;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.StudySummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "learning-curve",
        header = "Show how the error grows as labels get fewer",
        description = {
            "%nTrains on shares of the training parts, pretrained and from scratch; test parts stay as they are, smaller"
                    + " shares are parts of larger ones, and each is trained for as many steps. Run again, the same command continues, or shows the table."
        },
        footer = {
            "  dssl learning-curve examples/elasticity.yaml",
            "  dssl learning-curve my.yaml --labels 3%%,10%%,100%% --jobs 2"
        })
final class LearningCurveCommand extends DsslCommand {
    @Parameters(paramLabel = "FILE.yaml", description = "A configuration with pretrain and finetune.")
    private Path yaml;

    @Option(
            names = "--labels",
            paramLabel = "SHARE",
            split = ",",
            description = "Shares of the training parts, in percent or not (1%%,10%%,30%%,100%%).")
    private List<String> labels = List.of("1%", "10%", "30%", "100%");

    @Mixin
    private StudyOptions options;

    private final Context context;

    LearningCurveCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Double> shares = new ArrayList<>();
        labels.forEach(label -> shares.add(share(label)));
        StudyRequest request = options.request(List.of(yaml), "learning-curve");
        Console console = context.console();
        try (ConsoleProgress progress = new ConsoleProgress(console, options.quiet())) {
            StudySummary summary = context.open()
                    .learningCurve(
                            request, shares, (number, of, trial) -> options.show(console, number, of, trial), progress);
            new StudyTableText(summary, console.colours()).print(console, request.folder());
        }
        return ExitCode.OK.code();
    }

    private static double share(String label) {
        try {
            boolean percent = label.endsWith("%");
            double number = Double.parseDouble(percent ? label.substring(0, label.length() - 1) : label);
            double share = percent ? number / 100 : number;
            if (share > 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Told below, as a share that is too large is.
        }
        throw new InvalidInputException(
                "--labels", "\"" + label + "\" is no share. Give shares above 0 % and up to 100 %, as in 1%,10%,100%.");
    }
}
