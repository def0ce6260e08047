package org.dssl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dssl.app.EmbeddingChoice;
import org.dssl.app.UseCases.EmbeddedFile;
import org.dssl.domain.problem.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "embed",
        header = "Write what a network makes of crystals, or of their atoms",
        description = {
            "%nOne row per crystal, what the head reads: id, e0, e1, … With --atoms one row per atom, the encoder's output"
                    + " before any global attention: id, atom (from 0, in the order of the file), element, e0, e1, …",
            "One network embeds, since those of different folds agree on no axes: the first fold's of the first variant,"
                    + " unless told otherwise.",
            "FILE.npz holds the same as the arrays id, atom, element, embedding."
        },
        footer = {
            "  dssl embed --run runs/elasticity new/*.cif -o embeddings.csv",
            "  dssl embed --run runs/elasticity folder/ -o atoms.npz --atoms --pretrained"
        })
final class EmbedCommand extends DsslCommand {
    @Option(names = "--run", required = true, paramLabel = "RUN", description = "Folder of a finished run.")
    private Path run;

    @Parameters(
            arity = "1..*",
            paramLabel = "STRUCTURES",
            description = "Files and folders of any format that run reads, builtin:NAME.")
    private List<Path> structures;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to write: .csv or .npz.")
    private Path output;

    @Option(names = "--atoms", description = "Embed atoms instead of crystals.")
    private boolean atoms;

    @Option(names = "--variant", paramLabel = "NAME", description = "Of the run's table: pretrained, from-scratch.")
    private String variant;

    @Option(names = "--fold", paramLabel = "N", description = "Fold or repeat whose network embeds.")
    private Integer fold;

    @Option(
            names = "--pretrained",
            description = "The encoder as pretraining left it; a crystal is then the mean of its atoms.")
    private boolean pretrained;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    private final Context context;

    EmbedCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (pretrained && (variant != null || fold != null)) {
            throw new InvalidInputException(
                    "--pretrained", "is one encoder for all folds: leave out --variant and --fold");
        }
        EmbeddingChoice choice = new EmbeddingChoice(
                pretrained, Optional.ofNullable(variant), fold == null ? OptionalInt.empty() : OptionalInt.of(fold));
        Console console = context.console();
        try (ConsoleProgress progress = new ConsoleProgress(console, quiet)) {
            EmbeddedFile embedded = context.open().embed(run, choice, structures, atoms, output, progress);
            String skipped = embedded.skipped() == 0 ? "" : ", " + embedded.skipped() + " skipped";
            String noun = embedded.structures() == 1 ? " structure" : " structures";
            console.out()
                    .println(" " + embedded.structures() + noun + skipped + ": " + embedded.columns()
                            + " numbers for each " + (atoms ? "atom" : "crystal") + ", by " + embedded.model() + " → "
                            + output);
            console.out().flush();
        }
        return ExitCode.OK.code();
    }
}
