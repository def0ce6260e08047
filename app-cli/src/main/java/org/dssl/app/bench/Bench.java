package org.dssl.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.app.Services;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.data.CrystalSet;
import org.dssl.app.data.GraphStage;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.data.ReadCrystal;
import org.dssl.app.finetune.LabelledSet;
import org.dssl.app.finetune.PropertySetup;
import org.dssl.app.finetune.TargetReader;
import org.dssl.app.pretrain.ConfiguredTasks;
import org.dssl.app.pretrain.PretrainSetup;
import org.dssl.app.training.Cancellation;
import org.dssl.app.training.Workload;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Quotient;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.TrainingSession;
import org.dssl.ports.out.ModelBackend;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.out.StructureProblem;

/**
 * Times one batch, the first crystals of the labelled data (of the unlabelled ones without fine-tuning), through every
 * stage of a configuration. Pretraining is timed on the same crystals.
 */
public final class Bench {
    private final Services services;
    private final RunConfig config;
    private final int steps;
    private final ProgressListener listener;
    private final Cancellation cancellation;
    private final List<BenchResult.Stage> stages = new ArrayList<>();
    private long parameters;

    /** @param steps how many steps are timed, after a few that are not */
    public Bench(Services services, RunConfig config, int steps, ProgressListener listener, Cancellation cancellation) {
        this.services = services;
        this.config = config;
        this.steps = steps;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    public BenchResult run() {
        ModelBackend backend = services.backends().open(config.compute());
        backend.notice().ifPresent(listener::warning);
        LabelledSet batch = read();
        CrystalSet crystals = batch.data();
        double graphs = graphs(crystals);
        config.finetune().ifPresent(finetune -> finetune(backend, batch));
        config.pretrain().ifPresent(pretrain -> pretrain(backend, crystals));
        return new BenchResult(
                backend.description(),
                config.encoder().type(),
                parameters,
                crystals.size(),
                BenchResult.Size.of(
                        crystals.crystals().stream().map(PreparedCrystal::full).toList()),
                BenchResult.Size.of(crystals.crystals().stream()
                        .map(PreparedCrystal::packed)
                        .toList()),
                List.copyOf(stages),
                graphs,
                PeakMemory.mebibytes());
    }

    private LabelledSet read() {
        FinetuneConfig finetune = config.finetune().orElse(null);
        DataConfig data = finetune == null ? config.pretrain().orElseThrow().data() : finetune.data();
        int size = finetune == null ? config.pretrain().orElseThrow().batch() : finetune.batch();
        List<ReadCrystal> read = new ArrayList<>();
        List<StructureProblem> problems = new ArrayList<>();
        long started = System.nanoTime();
        int[] seen = {0};
        services.datasets()
                .load(
                        data.request(),
                        (crystal, place) -> {
                            if (seen[0]++ < size) {
                                read.add(new ReadCrystal(crystal, place));
                            }
                        },
                        problems::add);
        if (read.isEmpty()) {
            throw new InvalidInputException(data.place(), data.source() + " holds no usable structure");
        }
        double perBatch = (System.nanoTime() - started) / 1e6 * read.size() / seen[0];
        stages.add(new BenchResult.Stage("read_ms", "reading (once, cold)", perBatch));
        List<ReadCrystal> kept = read;
        List<double[]> targets = read.stream().map(crystal -> new double[0]).toList();
        if (finetune != null) {
            TargetReader.Result result = TargetReader.read(read, finetune.targets(), "finetune.data");
            problems.addAll(result.problems());
            kept = result.kept();
            targets = result.targets();
        }
        GraphStage.Result graphs = GraphStage.build(kept, config.graph().options());
        problems.addAll(graphs.problems());
        problems.forEach(p -> listener.warning(p.place() + "  " + p.reason() + ". Skipped"));
        return new LabelledSet(
                graphs.set(), IntStream.of(graphs.kept()).mapToObj(targets::get).toArray(double[][]::new));
    }

    /** Times graphs and quotients on one thread; returns how many graphs a second, quotients apart. */
    private double graphs(CrystalSet set) {
        GraphOptions options = config.graph().options();
        double graphs =
                Stopwatch.milliseconds(() -> set.crystals().forEach(c -> GraphBuilder.build(c.crystal(), options)));
        stages.add(new BenchResult.Stage("graph_ms", "graphs (one thread)", graphs));
        if (options.quotient()) {
            double quotients = Stopwatch.milliseconds(() -> set.crystals().forEach(c -> quotient(c, options)));
            stages.add(new BenchResult.Stage("quotient_ms", "quotients (one thread)", quotients));
        }
        return set.size() / graphs * 1000;
    }

    private static CrystalGraph quotient(PreparedCrystal c, GraphOptions options) {
        return Quotient.of(c.full(), c.crystal().atomicNumbers(), options.tolerance());
    }

    private void finetune(ModelBackend backend, LabelledSet batch) {
        Workload work = new PropertySetup(config, batch).workload(rows(batch.data()));
        time(backend, work, "fine_tune", "fine-tuning", true);
    }

    private void pretrain(ModelBackend backend, CrystalSet crystals) {
        Workload work = new PretrainSetup(config, crystals, ConfiguredTasks.of(config, config.knownTasks()))
                .workload(rows(crystals));
        time(backend, work, "pretrain", "pretraining", false);
    }

    private void time(ModelBackend backend, Workload work, String key, String name, boolean prediction) {
        double packing = Stopwatch.milliseconds(() -> work.batches().batch(0, 0));
        stages.add(new BenchResult.Stage(key + "_pack_ms", name + ": views, packing", packing));
        Feeds feeds = work.batches().batch(0, 0);
        try (TrainingSession session = backend.open(work.program(), work.optimiser(), config.seed())) {
            double step = Stopwatch.milliseconds(steps, () -> {
                cancellation.check();
                session.step(feeds, 1e-4, 1);
            });
            stages.add(new BenchResult.Stage(key + "_step_ms", name + ": step", step));
            if (prediction) {
                double predict = Stopwatch.milliseconds(steps, () -> {
                    cancellation.check();
                    session.evaluate(feeds);
                });
                stages.add(new BenchResult.Stage("predict_ms", "prediction", predict));
            }
            parameters = Math.max(
                    parameters,
                    session.state().weights().values().stream()
                            .filter(NamedArray::trained)
                            .mapToLong(array -> array.values().length)
                            .sum());
        }
    }

    private static int[] rows(CrystalSet set) {
        return IntStream.range(0, set.size()).toArray();
    }
}
