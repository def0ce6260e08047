package org.dssl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.app.UseCases.Benched;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.ProgressListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        header = "Time a configuration on this machine",
        description = {
            "%nTakes the first finetune.batch crystals of the labelled data as one batch through every stage:"
                    + " reading, graphs, quotient, packing, training steps, prediction. Nothing is written.",
            "Times are medians, after steps that do not count."
        },
        footer = {
            "  dssl bench examples/bench-paper-size.yaml",
            "  dssl bench examples/bench-paper-size.yaml --set graph.quotient=off --set graph.mode=minimum-image",
            "  dssl bench my.yaml --json"
        })
final class BenchCommand extends DsslCommand {
    @Parameters(paramLabel = "CONFIG.yaml", description = "A configuration, as for dssl run.")
    private Path yaml;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Another value for a key of the file, as for dssl run. Can be given again.")
    private List<String> settings = new ArrayList<>();

    @Mixin
    private PluginPath pluginPath;

    @Option(names = "--steps", paramLabel = "N", description = "Steps to time (10).")
    private int steps = 10;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    BenchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (steps < 1) {
            throw new InvalidInputException("--steps", steps + " is too few. Give at least 1.");
        }
        Console console = context.console();
        Benched benched = context.open().bench(yaml, pluginPath.with(settings), steps, new ProgressListener() {
            @Override
            public void warning(String message) {
                console.err().println(message);
                console.err().flush();
            }
        });
        console.out().print(json ? benched.json() + "\n" : new BenchTable(benched.result()).text());
        console.out().flush();
        return ExitCode.OK.code();
    }
}
