package org.dssl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dssl.app.EmbeddingChoice;
import org.dssl.app.UseCases;
import org.dssl.app.bench.BenchResult;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.matbench.MatbenchSettings;
import org.dssl.app.matbench.MatbenchTask;
import org.dssl.app.matbench.Submitted;
import org.dssl.app.plugins.PluginDiscovery;
import org.dssl.app.study.SearchResult;
import org.dssl.app.study.StudyListener;
import org.dssl.app.study.Trial;
import org.dssl.app.weights.ImportSettings;
import org.dssl.app.weights.Moved;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.graph.GraphMode;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunSummary;
import org.dssl.ports.run.StudySummary;

/** The command without a process: use cases that note what they were asked, and text instead of streams. */
final class CliFixture {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final List<String> asked = new ArrayList<>();
    final SettableClock clock = new SettableClock();
    final Stopping stopping = new Stopping();
    RuntimeException failure;
    List<Finding> findings = List.of(Finding.ok("Java", "17"));
    RunSummary summary = SummaryTableTest.twoVariants();

    int run(String... arguments) {
        Context context = new Context(
                console(false, false, 100),
                Recorder::new,
                new PluginDiscovery(CliFixture.class.getClassLoader())::found,
                plugins -> () -> findings,
                Dssl::formats,
                stopping);
        return new Cli(context).execute(arguments);
    }

    Console console(boolean interactive, boolean colours, int columns) {
        return new Console(new PrintWriter(out), new PrintWriter(err), interactive, colours, columns, clock);
    }

    private final class Recorder implements UseCases {
        Recorder() {
            asked.add("opened");
        }

        @Override
        public RunResult run(
                Path yaml, List<String> overrides, Stages stages, boolean fresh, ProgressListener listener) {
            note("run " + yaml + " " + overrides + " " + stages + " fresh=" + fresh);
            listener.started("dssl · headline");
            return new RunResult(Path.of("runs/x"), summary);
        }

        @Override
        public StudySummary ablate(StudyRequest request, StudyListener trials, ProgressListener listener) {
            note("ablate " + request.yamls() + " " + request.overrides() + " " + request.folder() + " fresh="
                    + request.fresh() + " jobs=" + request.jobs());
            trials.started(1, 2, new Trial("my, Original", request.yamls().get(0), List.of(), request.folder()));
            return StudyTableTextTest.study();
        }

        @Override
        public StudySummary learningCurve(
                StudyRequest request, List<Double> shares, StudyListener trials, ProgressListener listener) {
            note("learning-curve " + request.yamls() + " " + shares + " " + request.folder());
            return StudyTableTextTest.study();
        }

        @Override
        public SearchResult search(StudyRequest request, StudyListener trials, ProgressListener listener) {
            note("search " + request.yamls() + " " + request.overrides() + " " + request.folder());
            SearchResult.Scored best = new SearchResult.Scored(2, 4, 9, List.of("finetune.rate=0.003"), 0.0912);
            SearchResult.Scored first = new SearchResult.Scored(1, 0, 3, List.of("finetune.rate=0.1"), 0.2);
            return new SearchResult(List.of(best, first), request.folder().resolve("best.yaml"));
        }

        @Override
        public RunResult evaluate(Path run, DataConfig data, Optional<Path> csv, ProgressListener listener) {
            note("evaluate " + run + " " + data.source() + " " + data.structures() + " " + csv.orElse(null));
            return new RunResult(run, summary);
        }

        @Override
        public Predicted predict(Path run, List<Path> structures, Path csv, ProgressListener listener) {
            note("predict " + run + " " + structures + " " + csv);
            if (Files.exists(csv)) {
                write(csv, "id,K_VRH\n");
            }
            return new Predicted(2, 1, 1);
        }

        private static void write(Path file, String text) {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Submitted submitToMatbench(MatbenchSettings settings) {
            note("submit " + settings.run() + " " + settings.output() + " "
                    + settings.task().orElse(null) + " " + settings.variant().orElse(null) + " "
                    + settings.target().orElse(null) + " " + settings.algorithm() + " " + settings.authors());
            List<Submitted.Fold> folds = List.of(
                    new Submitted.Fold(0, 0, 2198), new Submitted.Fold(1, 2053, 2198), new Submitted.Fold(2, 9, 9));
            return new Submitted(
                    settings.output().resolve("results.partial.json.gz"),
                    MatbenchTask.named("matbench_log_kvrh"),
                    "pretrained",
                    folds,
                    0.08123,
                    List.of("A note."));
        }

        @Override
        public String inspect(Path file, GraphMode mode, boolean angles) {
            note("inspect " + file + " " + mode);
            return "{\"graph\": {}}";
        }

        @Override
        public String inspectSummary(Path file, GraphMode mode, boolean angles) {
            note("inspect summary " + file + " " + mode + (angles ? " angles" : ""));
            return " 8 atoms\n";
        }

        @Override
        public Benched bench(Path yaml, List<String> overrides, int steps, ProgressListener listener) {
            note("bench " + yaml + " " + overrides + " " + steps);
            BenchResult.Size full = new BenchResult.Size(893, 11_578, 0);
            BenchResult.Size computed = new BenchResult.Size(327, 1_550, 0);
            List<BenchResult.Stage> stages = List.of(
                    new BenchResult.Stage("graph_ms", "graphs", 10),
                    new BenchResult.Stage("predict_ms", "prediction", 30));
            BenchResult result = new BenchResult(
                    "a backend", "deeper-gatgnn", 1234, 100, full, computed, stages, 10_000, OptionalLong.of(700));
            return new Benched(result, result.tree().keySet().toString());
        }

        @Override
        public EmbeddedFile embed(
                Path run,
                EmbeddingChoice choice,
                List<Path> structures,
                boolean atoms,
                Path output,
                ProgressListener listener) {
            note("embed " + run + " " + structures + " " + output + (atoms ? " atoms " : " crystals ")
                    + choice.pretrained() + " " + choice.variant() + " " + choice.fold());
            return new EmbeddedFile(2, 1, 115, "the/model");
        }

        @Override
        public Compared compareData(String a, String b, Optional<Path> page, ProgressListener listener) {
            note("compare " + a + " " + b + " " + page.orElse(null));
            return new Compared(ComparisonTableTest.saltAndSilicon(), "{\"divergence\": 1}");
        }

        @Override
        public Moved importWeights(ImportSettings settings) {
            note("import " + settings.state() + " " + settings.encoder() + " " + settings.folder() + " "
                    + Arrays.toString(settings.lengths().orElse(null)) + " " + settings.targets());
            return new Moved("network", 3, List.of("dead.a", "dead.b"), List.of("A note."), settings.folder());
        }

        @Override
        public Moved exportWeights(Path run, Optional<String> model, Path state) {
            note("export " + run + " " + model.orElse(null) + " " + state);
            return new Moved("network", 3, List.of("dead.a"), List.of(), state);
        }

        @Override
        public void cancel() {
            note("cancel");
        }

        private void note(String what) {
            asked.add(what);
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** Stands still until told. */
    static final class SettableClock extends Clock {
        private long millis;

        void advance(double seconds) {
            millis += Math.round(1000 * seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }
}
