package org.dssl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.app.UseCases.RunResult;
import org.dssl.app.UseCases.Stages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dssl run}, and its two halves. */
@Command(
        name = "run",
        header = "Pretrain, fine-tune and compare, as a YAML file says",
        description = {
            "%nThe results come into a folder of their own (key output): tables, weights, and report.html.",
            "Run again, the same file continues an unfinished run, or shows the table of a finished one."
        },
        footer = {
            "  dssl run examples/quickstart.yaml",
            "  dssl run my.yaml --set seed=3 --set output=runs/my-3",
            "  dssl run my.yaml --set preset=dssl-as --set finetune.data.limit=500"
        })
class RunCommand extends DsslCommand {
    @Parameters(paramLabel = "FILE.yaml", description = "The configuration; dssl explain lists its keys.")
    private Path yaml;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Another value for a key of the file, as in --set finetune.epochs=50. Can be given again.")
    private List<String> settings = new ArrayList<>();

    @Mixin
    private PluginPath pluginPath;

    @Option(names = "--fresh", description = "Move an earlier run in the same folder aside and start anew.")
    private boolean fresh;

    @Option(names = "--quiet", description = "Show the table only, no progress.")
    private boolean quiet;

    private final Context context;
    private final Stages stages;

    RunCommand(Context context) {
        this(context, Stages.ALL);
    }

    private RunCommand(Context context, Stages stages) {
        this.context = context;
        this.stages = stages;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        try (ConsoleProgress progress = new ConsoleProgress(console, quiet)) {
            RunResult result = context.open().run(yaml, pluginPath.with(settings), stages, fresh, progress);
            RunEnd.print(console, result);
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "pretrain",
            header = "Only pretrain: learn from crystals without labels",
            description = "%nLike dssl run, but stops after pretraining; dssl run or finetune goes on from there.",
            footer = "  dssl pretrain my.yaml")
    static final class Pretrain extends RunCommand {
        Pretrain(Context context) {
            super(context, Stages.PRETRAIN);
        }
    }

    @Command(
            name = "finetune",
            header = "Only fine-tune: learn a property, test it, compare",
            description = "%nLike dssl run, but starts from pretraining that is done, or from encoder.pretrained.",
            footer = {
                "  dssl finetune my.yaml",
                "  dssl finetune my.yaml --set encoder.pretrained=runs/other --set output=runs/mine"
            })
    static final class Finetune extends RunCommand {
        Finetune(Context context) {
            super(context, Stages.FINETUNE);
        }
    }
}
