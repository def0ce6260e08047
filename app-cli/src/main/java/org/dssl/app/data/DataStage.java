package org.dssl.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.finetune.LabelledSet;
import org.dssl.app.finetune.TargetReader;
import org.dssl.app.training.RunContext;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.run.RunSummary;

/** The stages {@code read} and {@code graphs}; bad structures are collected, or stop the run, as configured. */
public final class DataStage {
    private final DatasetSource source;
    private final RunContext context;
    private final List<StructureProblem> skipped = new ArrayList<>();
    private final List<StructureProblem> changed = new ArrayList<>();
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private CrystalSet unlabelled;
    private CrystalSet labelled;
    private int structures;

    public DataStage(DatasetSource source, RunContext context) {
        this.source = source;
        this.context = context;
    }

    /** Reads what the wanted stages need; null if fine-tuning is not among them. */
    public LabelledSet read(boolean pretrain, boolean finetune) {
        RunConfig config = context.config();
        long started = context.clock().millis();
        context.listener().stageStarted("read");
        List<ReadCrystal> plain =
                pretrain ? load(config.pretrain().orElseThrow().data()) : List.of();
        TargetReader.Result targets = null;
        if (finetune) {
            FinetuneConfig tune = config.finetune().orElseThrow();
            targets = TargetReader.read(load(tune.data()), tune.targets(), "finetune.data");
            skip(targets.problems());
        }
        context.listener().stageEnded("read", readOutcome(), (context.clock().millis() - started) / 1000.0);
        return graphs(plain, targets);
    }

    private LabelledSet graphs(List<ReadCrystal> plain, TargetReader.Result targets) {
        long started = context.clock().millis();
        context.listener().stageStarted("graphs");
        if (!plain.isEmpty()) {
            unlabelled = build(plain).set();
        }
        LabelledSet result = null;
        if (targets != null) {
            GraphStage.Result built = build(targets.kept());
            labelled = built.set();
            double[][] values =
                    Arrays.stream(built.kept()).mapToObj(targets.targets()::get).toArray(double[][]::new);
            result = new LabelledSet(labelled, values);
        }
        context.listener().stageEnded("graphs", graphOutcome(), (context.clock().millis() - started) / 1000.0);
        return result;
    }

    private List<ReadCrystal> load(DataConfig data) {
        List<ReadCrystal> crystals = new ArrayList<>();
        List<StructureProblem> problems = new ArrayList<>();
        hashes.put(
                data.source(),
                source.load(
                        data.request(),
                        (crystal, place) -> {
                            crystals.add(new ReadCrystal(crystal, place));
                            note(crystal, place);
                        },
                        problems::add));
        structures += crystals.size() + problems.size();
        skip(problems);
        if (crystals.isEmpty()) {
            throw new InvalidInputException(
                    data.place(),
                    data.source() + " holds no usable structure"
                            + (problems.isEmpty() ? "" : "; the first problem: " + text(problems.get(0))));
        }
        return limited(crystals, data);
    }

    private void note(Crystal crystal, String place) {
        String change = crystal.labels().get(ImperfectStructure.CHANGES);
        if (change != null) {
            changed.add(new StructureProblem(crystal.id(), place, change));
        }
    }

    private List<ReadCrystal> limited(List<ReadCrystal> crystals, DataConfig data) {
        if (data.limit() == 0 || data.limit() >= crystals.size()) {
            return crystals;
        }
        RandomStream random = context.random().split("limit").split(data.source());
        int[] kept = Arrays.copyOf(random.permutation(crystals.size()), data.limit());
        Arrays.sort(kept);
        return Arrays.stream(kept).mapToObj(crystals::get).toList();
    }

    private GraphStage.Result build(List<ReadCrystal> crystals) {
        GraphStage.Result result =
                GraphStage.build(crystals, context.config().graph().options());
        skip(result.problems());
        if (result.set().size() == 0) {
            throw new InvalidInputException("graph", "no structure became a graph; see skipped.csv");
        }
        return result;
    }

    private void skip(List<StructureProblem> problems) {
        skipped.addAll(problems);
        if (!problems.isEmpty() && context.config().onBadStructure() == RunConfig.OnBadStructure.FAIL) {
            throw new InvalidInputException(problems.stream()
                    .map(p -> new Problem(p.place(), p.reason() + ". on-bad-structure: skip goes on without it."))
                    .toList());
        }
    }

    private static String text(StructureProblem problem) {
        return problem.place() + "  " + problem.reason();
    }

    private String readOutcome() {
        Path folder = context.folder().path();
        return String.format("%,d structures", structures)
                + (skipped.isEmpty() ? "" : ", " + skipped.size() + " skipped (" + folder.resolve("skipped.csv") + ")")
                + (changed.isEmpty() ? "" : ", " + changed.size() + " changed (" + folder.resolve("changed.csv") + ")");
    }

    private String graphOutcome() {
        Shrinkage all = graphs().stream().map(RunSummary.Graphs::size).reduce(Shrinkage.NONE, Shrinkage::plus);
        return all.edges() == 0 ? "none to build" : all.text();
    }

    /** All structures that could not be used so far. */
    public List<StructureProblem> skipped() {
        return skipped;
    }

    /** Crystals that are not what their files state, by the policy of the user, and what was changed. */
    public List<StructureProblem> changed() {
        return changed;
    }

    /** SHA-256 of each source's content. */
    public Map<String, String> hashes() {
        return hashes;
    }

    public CrystalSet unlabelled() {
        return unlabelled;
    }

    /** What was read, and how far the graphs of each set shrank; views if any were made. */
    public RunSummary.Counts counts(Optional<RunSummary.Graphs> views) {
        List<RunSummary.Graphs> graphs = graphs();
        views.ifPresent(graphs::add);
        return new RunSummary.Counts(structures, skipped.size(), graphs);
    }

    private List<RunSummary.Graphs> graphs() {
        List<RunSummary.Graphs> graphs = new ArrayList<>();
        if (unlabelled != null) {
            graphs.add(new RunSummary.Graphs("pretraining crystals", unlabelled.shrinkage()));
        }
        if (labelled != null) {
            graphs.add(new RunSummary.Graphs("fine-tuning crystals", labelled.shrinkage()));
        }
        return graphs;
    }
}
