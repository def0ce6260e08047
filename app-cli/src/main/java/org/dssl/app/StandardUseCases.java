package org.dssl.app;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dssl.app.bench.Bench;
import org.dssl.app.bench.BenchResult;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.data.DataComparer;
import org.dssl.app.matbench.MatbenchSettings;
import org.dssl.app.matbench.Submission;
import org.dssl.app.matbench.Submitted;
import org.dssl.app.study.Ablation;
import org.dssl.app.study.LearningCurve;
import org.dssl.app.study.Search;
import org.dssl.app.study.SearchResult;
import org.dssl.app.study.Study;
import org.dssl.app.study.StudyListener;
import org.dssl.app.study.StudyRunner;
import org.dssl.app.study.TrialProcesses;
import org.dssl.app.study.TrialRuns;
import org.dssl.app.study.TrialsHere;
import org.dssl.app.training.Cancellation;
import org.dssl.app.weights.ImportSettings;
import org.dssl.app.weights.Moved;
import org.dssl.app.weights.WeightExport;
import org.dssl.app.weights.WeightImport;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.statistics.DatasetComparison;
import org.dssl.ports.out.ArrayFiles;
import org.dssl.ports.out.ComparisonWriter;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.MatbenchFiles;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.out.ReadPolicy;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.TextFormats;
import org.dssl.ports.out.WeightFiles;
import org.dssl.ports.run.CrystalName;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.StudySummary;
import org.dssl.ports.run.StudyWriter;

/** The use cases on the wired services. */
public final class StandardUseCases implements UseCases {
    private final Services services;
    private final RunConfigReader reader;
    private final TextFormats formats;
    private final WeightFiles weights;
    private final StudyWriter studies;
    private final ComparisonWriter comparisons;
    private final ArrayFiles arrays;
    private final MatbenchFiles matbench;
    private final AtomicReference<Runnable> running = new AtomicReference<>();

    @Inject
    public StandardUseCases(Services services, RunConfigReader reader, Writers writers) {
        this.services = services;
        this.reader = reader;
        this.formats = writers.formats();
        this.weights = writers.weights();
        this.studies = writers.studies();
        this.comparisons = writers.comparisons();
        this.arrays = writers.arrays();
        this.matbench = writers.matbench();
    }

    @Override
    public RunResult run(Path yaml, List<String> overrides, Stages stages, boolean fresh, ProgressListener listener) {
        RunConfig config = reader.read(yaml, overrides);
        Experiment experiment = new Experiment(services, reader, config);
        running.set(experiment::cancel);
        try {
            return new RunResult(Path.of(config.output()), experiment.run(stages, fresh, listener));
        } finally {
            running.set(null);
        }
    }

    @Override
    public StudySummary ablate(StudyRequest request, StudyListener trials, ProgressListener listener) {
        return run(
                Ablation.of(reader, request.yamls(), request.overrides(), request.folder()), request, trials, listener);
    }

    @Override
    public StudySummary learningCurve(
            StudyRequest request, List<Double> shares, StudyListener trials, ProgressListener listener) {
        Path yaml = request.yamls().get(0);
        return run(
                LearningCurve.of(reader, yaml, request.overrides(), shares, request.folder()),
                request,
                trials,
                listener);
    }

    private StudySummary run(Study study, StudyRequest request, StudyListener trials, ProgressListener listener) {
        return withRuns(request, listener, runs -> new StudyRunner(
                        study, runs, trials, table -> studies.write(study.folder(), table))
                .run(request.jobs()));
    }

    @Override
    public SearchResult search(StudyRequest request, StudyListener trials, ProgressListener listener) {
        Search search =
                new Search(reader, formats, studies, request.yamls().get(0), request.overrides(), request.folder());
        return withRuns(request, listener, runs -> search.run(runs, trials, request.jobs()));
    }

    private <R> R withRuns(StudyRequest request, ProgressListener listener, Function<TrialRuns, R> action) {
        TrialRuns runs = request.jobs() == 1
                ? new TrialsHere(services, reader, request.fresh(), listener)
                : new TrialProcesses(services.folders(), request.fresh());
        running.set(runs::cancel);
        try {
            return action.apply(runs);
        } finally {
            running.set(null);
        }
    }

    @Override
    public void cancel() {
        Runnable stop = running.get();
        if (stop != null) {
            stop.run();
        }
    }

    @Override
    public RunResult evaluate(Path run, DataConfig data, Optional<Path> predictions, ProgressListener listener) {
        try (Predictor predictor = predictor(run)) {
            return new RunResult(
                    run,
                    new Evaluation(services, formats, predictor, learned(run))
                            .run(run, data.with(policy(run)), predictions, listener));
        }
    }

    /** The labelled crystals of a run: each was trained on by some of its models. */
    private Set<CrystalName> learned(Path run) {
        try (RunFolder folder = services.folders().read(run)) {
            return Set.copyOf(folder.crystals());
        }
    }

    @Override
    public Predicted predict(Path run, List<Path> structures, Path csv, ProgressListener listener) {
        List<StructureProblem> problems = new ArrayList<>();
        List<Crystal> crystals = load(structures, policy(run), problems, listener);
        try (Predictor predictor = predictor(run)) {
            Predictor.Result result = predictor.predict(crystals);
            problems.addAll(result.problems());
            tell(problems, listener);
            PredictionTable table = PredictionTable.of(predictor);
            formats.writeCsv(
                    csv, table.header(), result.rows().stream().map(table::row).toList());
            int noted = (int)
                    result.rows().stream().filter(row -> !row.note().isEmpty()).count();
            return new Predicted(result.rows().size(), problems.size(), noted);
        }
    }

    @Override
    public EmbeddedFile embed(
            Path run,
            EmbeddingChoice choice,
            List<Path> structures,
            boolean atoms,
            Path output,
            ProgressListener listener) {
        EmbeddingFile file = new EmbeddingFile(output, atoms);
        List<StructureProblem> problems = new ArrayList<>();
        List<Crystal> crystals = load(structures, policy(run), problems, listener);
        try (Embedder embedder = embedder(run, choice)) {
            Embedder.Result result = atoms ? embedder.embedAtoms(crystals) : embedder.embed(crystals);
            problems.addAll(result.problems());
            tell(problems, listener);
            if (result.crystals().isEmpty()) {
                throw new InvalidInputException("STRUCTURES", "hold no usable structure");
            }
            file.write(result.crystals(), formats, arrays);
            int columns = result.crystals().get(0).rows()[0].length;
            return new EmbeddedFile(result.crystals().size(), problems.size(), columns, embedder.model());
        }
    }

    /** What becomes of imperfect structures is what became of those that the run learned from. */
    private ReadPolicy policy(Path run) {
        RunConfig config = config(run);
        return config.finetune()
                .map(FinetuneConfig::data)
                .or(() -> config.pretrain().map(PretrainConfig::data))
                .map(DataConfig::policy)
                .orElse(ReadPolicy.STRICT);
    }

    private List<Crystal> load(
            List<Path> structures, ReadPolicy policy, List<StructureProblem> problems, ProgressListener listener) {
        Map<String, Crystal> crystals = new LinkedHashMap<>();
        for (Path path : structures) {
            DatasetSource.Request request =
                    new DatasetSource.Request(path.toString(), null, null, "STRUCTURES", policy);
            services.datasets()
                    .load(request, (crystal, place) -> addOnce(crystals, crystal, place, problems), problems::add);
        }
        crystals.values()
                .forEach(crystal -> Optional.ofNullable(crystal.labels().get(ImperfectStructure.CHANGES))
                        .ifPresent(change -> listener.warning(crystal.id() + "  " + change)));
        return List.copyOf(crystals.values());
    }

    private static void tell(List<StructureProblem> problems, ProgressListener listener) {
        problems.forEach(p -> listener.warning(p.place() + "  " + p.reason() + ". Skipped"));
    }

    private static void addOnce(
            Map<String, Crystal> crystals, Crystal crystal, String place, List<StructureProblem> problems) {
        if (crystals.putIfAbsent(crystal.id(), crystal) != null) {
            problems.add(new StructureProblem(crystal.id(), place, "another structure has the id " + crystal.id()));
        }
    }

    @Override
    public Submitted submitToMatbench(MatbenchSettings settings) {
        RunConfig config = config(settings.run());
        try (RunFolder folder = services.folders().read(settings.run())) {
            return new Submission(settings, config, folder).write(matbench);
        }
    }

    @Override
    public String inspect(Path file, GraphMode mode, boolean angles) {
        List<Map<String, Object>> trees = new ArrayList<>();
        List<StructureProblem> problems =
                forEachStructure(file, crystal -> trees.add(Inspection.of(crystal, graph(mode, angles))));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.stream()
                    .map(p -> new org.dssl.domain.problem.Problem(p.place(), p.reason()))
                    .toList());
        }
        return formats.json(trees.size() == 1 ? trees.get(0) : trees);
    }

    @Override
    public String inspectSummary(Path file, GraphMode mode, boolean angles) {
        InspectionSummary summary = new InspectionSummary(graph(mode, angles));
        return summary.text(forEachStructure(file, summary::add));
    }

    private static GraphOptions graph(GraphMode mode, boolean angles) {
        return (mode == GraphMode.MINIMUM_IMAGE ? GraphOptions.PAPER : GraphOptions.DEFAULT).withAngles(angles);
    }

    /** Returns what could not be read, or became no graph. */
    private List<StructureProblem> forEachStructure(Path file, Consumer<Crystal> action) {
        List<StructureProblem> problems = new ArrayList<>();
        DatasetSource.Request request = new DatasetSource.Request(file.toString(), null, null, "FILE");
        services.datasets()
                .load(
                        request,
                        (crystal, place) -> {
                            try {
                                action.accept(crystal);
                            } catch (CrystalException e) {
                                problems.add(new StructureProblem(crystal.id(), place, e.getMessage()));
                            }
                        },
                        problems::add);
        return problems;
    }

    @Override
    public Benched bench(Path yaml, List<String> overrides, int steps, ProgressListener listener) {
        Cancellation cancellation = new Cancellation();
        running.set(cancellation::request);
        try {
            BenchResult result = new Bench(services, reader.read(yaml, overrides), steps, listener, cancellation).run();
            return new Benched(result, formats.json(result.tree()));
        } finally {
            running.set(null);
        }
    }

    @Override
    public Compared compareData(String a, String b, Optional<Path> page, ProgressListener listener) {
        DatasetComparison comparison = new DataComparer(services.datasets(), listener).compare(a, b);
        page.ifPresent(file -> comparisons.write(file, comparison));
        return new Compared(comparison, formats.json(comparison.tree()));
    }

    @Override
    public Moved importWeights(ImportSettings settings) {
        return new WeightImport(services, reader, weights, formats).run(settings);
    }

    @Override
    public Moved exportWeights(Path run, Optional<String> model, Path state) {
        return new WeightExport(services, reader, weights).run(run, model, state);
    }

    /** The models of a run; to be closed. */
    public Predictor predictor(Path run) {
        RunConfig config = config(run);
        if (config.finetune().isEmpty()) {
            throw new InvalidInputException(
                    run.toString(),
                    "is a pretraining without fine-tuned models: dssl embed can use it, and a finetune section can name it as"
                            + " encoder.pretrained");
        }
        try (RunFolder folder = services.folders().read(run)) {
            return new Predictor(services, config, folder);
        }
    }

    /** A network of a run that embeds; to be closed. */
    public Embedder embedder(Path run, EmbeddingChoice choice) {
        RunConfig config = config(run);
        try (RunFolder folder = services.folders().read(run)) {
            PretrainedElsewhere elsewhere = new PretrainedElsewhere(services, reader);
            EmbeddingModel model = EmbeddingModel.of(config, folder, choice, elsewhere::weights);
            return new Embedder(
                    model, config.graph().options(), services.backends().open(config.compute()), config.seed());
        }
    }

    /** The configuration that a run was made with. */
    private RunConfig config(Path run) {
        Path yaml = run.resolve("config.yaml");
        try {
            return reader.reread(Files.readString(yaml), yaml);
        } catch (IOException e) {
            if (Files.exists(yaml)) {
                throw new UncheckedIOException(e);
            }
            throw new InvalidInputException(run.toString(), "is no run folder: it has no config.yaml");
        }
    }
}
