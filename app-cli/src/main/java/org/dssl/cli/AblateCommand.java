package org.dssl.cli;

import java.nio.file.Path;
import java.util.List;
import org.dssl.app.UseCases.StudyRequest;
import org.dssl.ports.run.StudySummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "ablate",
        header = "Show what each part of pretraining is worth, in one table",
        description = {
            "%nTrains the network from scratch (Original), after pretraining with the masks alone (Mask), with the contrast"
                    + " alone (CL), with both (DSSL), and with all tasks of the file; and from scratch with the micro-property"
                    + " as an input of the atoms.",
            "Several files, one for each property, share the pretrainings in which they agree. Run again, the same command"
                    + " continues, or shows the table."
        },
        footer = {
            "  dssl ablate examples/elasticity.yaml",
            "  dssl ablate bulk.yaml shear.yaml -o runs/table-2 --jobs 2",
            "  dssl ablate my.yaml --set finetune.epochs=50"
        })
final class AblateCommand extends DsslCommand {
    @Parameters(
            paramLabel = "FILE.yaml",
            arity = "1..*",
            description = "Configurations with pretrain and finetune, a column or more of the table each.")
    private List<Path> yamls;

    @Mixin
    private StudyOptions options;

    private final Context context;

    AblateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StudyRequest request = options.request(yamls, "ablation");
        Console console = context.console();
        try (ConsoleProgress progress = new ConsoleProgress(console, options.quiet())) {
            StudySummary summary = context.open()
                    .ablate(request, (number, of, trial) -> options.show(console, number, of, trial), progress);
            new StudyTableText(summary, console.colours()).print(console, request.folder());
        }
        return ExitCode.OK.code();
    }
}
