package org.dssl.cli;

import java.nio.file.Path;
import org.dssl.app.UseCases;
import org.dssl.domain.graph.GraphMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        header = "Show what the network sees of a structure, as JSON",
        description = {
            "%nPrints lattice, sites and graph.edges[] with source, target, image, distance (Å), multiplicity; then"
                    + " quotient: the classes of atoms and edges with equal environments, each computed once.",
            "With --summary a line per structure says how many atoms and edges are left."
        },
        footer = {
            "  dssl inspect NaCl.cif",
            "  dssl inspect NaCl.cif --graph minimum-image",
            "  dssl inspect structures/ --summary",
        })
final class InspectCommand extends DsslCommand {
    @Parameters(paramLabel = "FILE", description = "A structure file; also a folder or data set with --summary.")
    private Path file;

    @Option(
            names = "--graph",
            paramLabel = "MODE",
            description = "all-images (our default) or minimum-image (the paper's).")
    private String mode = "all-images";

    @Option(names = "--summary", description = "One line per structure, and one for all, instead of JSON.")
    private boolean summary;

    @Option(
            names = "--angles",
            description = "The graph that alignn reads: bonds in both directions, and their angles.")
    private boolean angles;

    private final Context context;

    InspectCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        GraphMode graph = Choices.of("--graph", GraphMode.class, mode);
        UseCases useCases = context.open();
        if (summary) {
            context.console().out().print(useCases.inspectSummary(file, graph, angles));
        } else {
            context.console().out().println(useCases.inspect(file, graph, angles));
        }
        context.console().out().flush();
        return ExitCode.OK.code();
    }
}
