package org.dssl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dssl.app.matbench.MatbenchSettings;
import org.dssl.app.matbench.Submitted;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "matbench",
        header = "Write a run's results for the Matbench leaderboard",
        customSynopsis = "dssl matbench submit RUN [OPTIONS]",
        footer = "  dssl matbench submit runs/phonons --authors \"A. Author\"")
final class MatbenchCommand extends DsslCommand {
    @Spec
    private CommandSpec spec;

    /** With its one subcommand. */
    static CommandLine with(Context context) {
        return new CommandLine(new MatbenchCommand()).addSubcommand(new Submit(context));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK.code();
    }

    @Command(
            name = "submit",
            header = "Write results.json.gz and info.json from a run's predictions",
            description = {
                "%nThe run must have Matbench's own crystals, ids and folds. If a fold or a crystal is missing,",
                "results.partial.json.gz is written: Matbench takes whole results only."
            },
            footer = {
                "  dssl matbench submit runs/phonons",
                "  dssl matbench submit runs/moduli --task matbench_log_kvrh \\",
                "       --target log10_K_VRH --variant from-scratch -o submission/"
            })
    static final class Submit extends DsslCommand {
        @Parameters(paramLabel = "RUN", description = "Folder of a run.")
        private Path run;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FOLDER",
                description = "Where to write (RUN/matbench).")
        private Path output;

        @Option(names = "--task", paramLabel = "NAME", description = "As matbench_phonons (what the ids say).")
        private String task;

        @Option(names = "--variant", paramLabel = "NAME", description = "As from-scratch (the run's first).")
        private String variant;

        @Option(names = "--target", paramLabel = "COLUMN", description = "If the run predicts several.")
        private String target;

        @Option(
                names = "--algorithm",
                paramLabel = "NAME",
                description = "On the leaderboard, 5 to 15 letters (dssl-crystal).")
        private String algorithm = "dssl-crystal";

        @Option(names = "--authors", paramLabel = "NAMES", description = "Of the submission.")
        private String authors = "";

        private final Context context;

        Submit(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Path folder = output == null ? run.resolve("matbench") : output;
            Submitted submitted = context.open()
                    .submitToMatbench(new MatbenchSettings(
                            run,
                            folder,
                            Optional.ofNullable(task),
                            Optional.ofNullable(variant),
                            Optional.ofNullable(target),
                            algorithm,
                            authors));
            print(submitted, folder);
            return ExitCode.OK.code();
        }

        private void print(Submitted submitted, Path folder) {
            PrintWriter out = context.console().out();
            List<Submitted.Fold> present =
                    submitted.folds().stream().filter(f -> f.predictions() > 0).toList();
            out.printf(
                    Locale.ROOT,
                    " %s  %s: MAE %.4g%s over %d of %d folds%n",
                    submitted.task().name(),
                    submitted.variant(),
                    submitted.mae(),
                    submitted.task().unit().isEmpty()
                            ? ""
                            : " " + submitted.task().unit(),
                    present.size(),
                    submitted.folds().size());
            submitted.notes().forEach(note -> out.println(" note     " + note));
            submitted.folds().stream()
                    .filter(fold -> fold.predictions() < fold.of())
                    .forEach(fold -> out.println(" missing  " + missing(fold)));
            if (submitted.partial()) {
                out.println(" partial  Matbench takes whole results only and will refuse this file.");
            }
            out.println(" results  " + submitted.results());
            out.println(" info     " + folder.resolve("info.json") + " (authors and references are yours to fill in)");
            out.flush();
        }

        private static String missing(Submitted.Fold fold) {
            return fold.predictions() == 0
                    ? String.format(Locale.ROOT, "fold %d (%,d crystals)", fold.number(), fold.of())
                    : String.format(
                            Locale.ROOT,
                            "%,d of the %,d crystals of fold %d",
                            fold.of() - fold.predictions(),
                            fold.of(),
                            fold.number());
        }
    }
}
