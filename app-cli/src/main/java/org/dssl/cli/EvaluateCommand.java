package org.dssl.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dssl.app.UseCases.RunResult;
import org.dssl.app.config.RunConfig.DataConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        header = "Test what a run has learned on other labelled crystals",
        description = "%nThe data must have the run's target column, in the same unit.",
        footer = {
            "  dssl evaluate --run runs/elasticity other.jsonl.gz",
            "  dssl evaluate --run runs/elasticity moduli.csv --structures cifs/ -o predictions.csv"
        })
final class EvaluateCommand extends DsslCommand {
    @Option(names = "--run", required = true, paramLabel = "RUN", description = "Folder of a finished run.")
    private Path run;

    @Parameters(paramLabel = "DATA", description = "As finetune.data.source: folder, file, table, builtin:NAME.")
    private String source;

    @Option(names = "--structures", paramLabel = "DIR", description = "Folder of the structure files of a table.")
    private Path structures;

    @Option(names = "--id", paramLabel = "COLUMN", description = "Column of a table with the ids (id).")
    private String id = "id";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.csv",
            description = "Write every prediction there.")
    private Path output;

    @Option(names = "--quiet", description = "Show the table only, no progress.")
    private boolean quiet;

    private final Context context;

    EvaluateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        String folder = structures == null ? null : structures.toAbsolutePath().toString();
        DataConfig data = new DataConfig(source(), folder, id, 0, "dssl evaluate");
        try (ConsoleProgress progress = new ConsoleProgress(console, quiet)) {
            RunResult result = context.open().evaluate(run, data, Optional.ofNullable(output), progress);
            console.out().print(new SummaryTable(result.summary()).text());
            console.out().flush();
        }
        return ExitCode.OK.code();
    }

    private String source() {
        return source.startsWith("builtin:")
                ? source
                : Path.of(source).toAbsolutePath().toString();
    }
}
