package org.dssl.cli;

import java.nio.file.Path;
import java.util.List;
import org.dssl.app.UseCases.RunResult;
import org.dssl.app.UseCases.Stages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dssl resume}: a run's folder is all that it takes. */
@Command(
        name = "resume",
        header = "Go on with a run that was stopped or killed",
        description = {
            "%nNeeds the run's folder only, which may have been moved; its config.yaml says the rest.",
            "The result is the same, to the last bit, as without the interruption."
        },
        footer = "  dssl resume runs/elasticity")
final class ResumeCommand extends DsslCommand {
    @Parameters(paramLabel = "RUN", description = "The folder of the run.")
    private Path run;

    @Mixin
    private PluginPath pluginPath;

    @Option(names = "--quiet", description = "Show the table only, no progress.")
    private boolean quiet;

    private final Context context;

    ResumeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        try (ConsoleProgress progress = new ConsoleProgress(console, quiet)) {
            List<String> here = pluginPath.with(List.of("output=" + YamlText.quoted(run.toString())));
            RunResult result = context.open().run(run.resolve("config.yaml"), here, Stages.ALL, false, progress);
            RunEnd.print(console, result);
        }
        return ExitCode.OK.code();
    }
}
