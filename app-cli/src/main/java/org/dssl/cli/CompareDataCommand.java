package org.dssl.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dssl.app.UseCases.Compared;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare-data",
        header = "Compare two data sets: elements, sizes, lattices, crystals in common",
        description = {
            "%nA is what you would pretrain on, B what you want to predict properties of. Warns when pretraining on A is"
                    + " unlikely to help on B.",
            "A crystal is in both if formula and average distances between atoms agree (to 0.5 %%), whatever cell, order or"
                    + " orientation it is given in; mirror images are one. Copies relaxed otherwise are missed: \"same"
                    + " formula\" tells how many there can be."
        },
        footer = {
            "  dssl compare-data unlabelled/ moduli.jsonl.gz",
            "  dssl compare-data builtin:unlabelled-small builtin:elastic-binaries -o comparison.html"
        })
final class CompareDataCommand extends DsslCommand {
    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "File or folder of any format that run reads, builtin:NAME.")
    private String a;

    @Parameters(index = "1", paramLabel = "B", description = "The same.")
    private String b;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PAGE.html",
            description = "Write a page with charts there.")
    private Path output;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    CompareDataCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        try (ConsoleProgress progress = new ConsoleProgress(console, json)) {
            Compared compared = context.open().compareData(a, b, Optional.ofNullable(output), progress);
            String page = output == null ? "" : "\n page      " + output + "\n";
            console.out()
                    .print(json ? compared.json() + "\n" : new ComparisonTable(compared.comparison()).text() + page);
            console.out().flush();
        }
        return ExitCode.OK.code();
    }
}
