package org.dssl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dssl.app.UseCases.StudyRequest;
import org.dssl.app.study.SearchResult;
import org.dssl.app.study.SearchResult.Scored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        header = "Look for good settings without touching a test part",
        description = {
            "%nDraws settings from the space that the file's section search gives, trains with them, and scores them on the"
                    + " validation parts. The best ones come into best.yaml, which dssl run then tests.",
            "Run again, the same command continues, or shows the table."
        },
        footer = {
            "  dssl search my.yaml",
            "  dssl explain search",
            "  dssl search my.yaml --set search.trials=9 --set search.method=random"
        })
final class SearchCommand extends DsslCommand {
    private static final int SHOWN = 10;

    @Parameters(paramLabel = "FILE.yaml", description = "A configuration with finetune and search.")
    private Path yaml;

    @Mixin
    private StudyOptions options;

    private final Context context;

    SearchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StudyRequest request = options.request(List.of(yaml), "search");
        Console console = context.console();
        try (ConsoleProgress progress = new ConsoleProgress(console, options.quiet())) {
            SearchResult result = context.open()
                    .search(request, (number, of, trial) -> options.show(console, number, of, trial), progress);
            print(console, request.folder(), result);
        }
        return ExitCode.OK.code();
    }

    private static void print(Console console, Path folder, SearchResult result) {
        console.out().println();
        console.out().println(" round  trial   epochs      error  settings");
        result.scored().stream().limit(SHOWN).forEach(scored -> console.out().println(line(scored)));
        int more = result.scored().size() - SHOWN;
        if (more > 0) {
            console.out().println(" and " + more + " more in " + folder.resolve("search.csv"));
        }
        console.out().println(" Errors are of validation parts, the best of the last round first.");
        console.out().println();
        console.out().println(" report   " + folder.resolve("report.html"));
        console.out().println(" test     dssl run " + result.best());
        console.out().flush();
    }

    private static String line(Scored scored) {
        return String.format(
                Locale.ROOT,
                " %5d  %5d  %7d  %9s  %s",
                scored.round(),
                scored.trial(),
                scored.epochs(),
                Figures.fixed(scored.error(), Figures.decimals(scored.error(), 3)),
                String.join("  ", scored.settings()));
    }
}
