package org.dssl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.app.UseCases.StudyRequest;
import org.dssl.app.study.Trial;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.StudySummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Another value for a key of every file, as for dssl run. Can be given again.")
    private List<String> settings = new ArrayList<>();

    @Mixin
    private PluginPath pluginPath;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Folder of the study, relative to the working directory; runs/NAME-ablation if left out.")
    private Path folder;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Runs at a time, in processes of their own with compute.threads each (1).")
    private int jobs = 1;

    @Option(names = "--fresh", description = "Move earlier runs of the study aside and start anew.")
    private boolean fresh;

    @Option(names = "--quiet", description = "Show the table only, no progress.")
    private boolean quiet;

    private final Context context;

    AblateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (jobs < 1) {
            throw new InvalidInputException("--jobs", jobs + " is too few. Give at least 1.");
        }
        Console console = context.console();
        Path into = folder != null ? folder : Path.of("runs", name() + "-ablation");
        StudyRequest request = new StudyRequest(yamls, pluginPath.with(settings), into, fresh, jobs);
        try (ConsoleProgress progress = new ConsoleProgress(console, quiet)) {
            StudySummary summary = context.open().ablate(request, this::show, progress);
            console.out().print(new StudyTableText(summary, console.colours()).text());
            console.out().println();
            console.out().println(" report   " + into.resolve("report.html"));
            console.out().flush();
        }
        return ExitCode.OK.code();
    }

    private String name() {
        return yamls.get(0).getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }

    private synchronized void show(int number, int of, Trial trial) {
        if (!quiet) {
            Console console = context.console();
            console.out().println("[" + number + "/" + of + "] " + trial.label());
            console.out().flush();
        }
    }
}
