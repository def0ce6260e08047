package org.dssl.cli;

import java.nio.file.Path;
import org.dssl.domain.graph.GraphMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        header = "Show what the network sees of a structure, as JSON",
        description = {
            "%nPrints lattice, sites and graph.edges[] with source, target, image, distance (Å), multiplicity."
        },
        footer = {
            "  dssl inspect NaCl.cif",
            "  dssl inspect NaCl.cif --graph minimum-image",
        })
final class InspectCommand extends DsslCommand {
    @Parameters(paramLabel = "FILE", description = "A structure file.")
    private Path file;

    @Option(
            names = "--graph",
            paramLabel = "MODE",
            description = "all-images (our default) or minimum-image (the paper's).")
    private String mode = "all-images";

    private final Context context;

    InspectCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        GraphMode graph = Choices.of("--graph", GraphMode.class, mode);
        context.console().out().println(context.open().inspect(file, graph));
        context.console().out().flush();
        return ExitCode.OK.code();
    }
}
