package org.dssl.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.finetune.LabelledSet;
import org.dssl.app.finetune.TargetReader;
import org.dssl.app.training.RunContext;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.statistics.ElementShares;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.GraphStore;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.ReadPolicy;
import org.dssl.ports.out.StoredGraphs;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.run.DataFacts;

/** The stages {@code read} and {@code graphs}; bad structures are collected, or stop the run, as configured. */
public final class DataStage {
    private final DatasetSource source;
    private final Stores stores;
    private final RunContext context;
    private final List<StructureProblem> skipped = new ArrayList<>();
    private final List<StructureProblem> changed = new ArrayList<>();
    private final Tally plain = new Tally();
    private final Tally tuned = new Tally();

    public DataStage(DatasetSource source, GraphStore graphs, RunContext context) {
        this.source = source;
        this.stores = new Stores(graphs, context);
        this.context = context;
    }

    /** Reads what the wanted stages need; null if fine-tuning is not among them. */
    public LabelledSet read(boolean pretrain, boolean finetune) {
        RunConfig config = context.config();
        long started = context.clock().millis();
        context.listener().stageStarted("read");
        List<ReadCrystal> unlabelled =
                pretrain ? load(config.pretrain().orElseThrow().data(), plain) : List.of();
        TargetReader.Result targets = null;
        if (finetune) {
            FinetuneConfig tune = config.finetune().orElseThrow();
            targets = TargetReader.read(load(tune.data(), tuned), tune.targets(), "finetune.data");
            skip(targets.problems(), tuned);
        }
        context.listener().stageEnded("read", readOutcome(), (context.clock().millis() - started) / 1000.0);
        return graphs(unlabelled, targets);
    }

    /** What came of one set, as far as it was read. */
    private static final class Tally {
        private String source;
        private String sha256;
        private int structures;
        private int skipped;
        private CrystalSet set;
    }

    private LabelledSet graphs(List<ReadCrystal> unlabelled, TargetReader.Result targets) {
        long started = context.clock().millis();
        context.listener().stageStarted("graphs");
        if (!unlabelled.isEmpty()) {
            build(unlabelled, plain);
        }
        LabelledSet result = null;
        if (targets != null) {
            GraphStage.Result built = build(targets.kept(), tuned);
            double[][] values =
                    Arrays.stream(built.kept()).mapToObj(targets.targets()::get).toArray(double[][]::new);
            result = new LabelledSet(built.set(), values);
        }
        context.listener().stageEnded("graphs", graphOutcome(), (context.clock().millis() - started) / 1000.0);
        return result;
    }

    private List<ReadCrystal> load(DataConfig data, Tally tally) {
        List<ReadCrystal> crystals = new ArrayList<>();
        List<StructureProblem> problems = new ArrayList<>();
        tally.source = data.source();
        StoredGraphs stored = stores.open(data.request(), data.limit()).orElse(null);
        if (stored == null) {
            tally.sha256 = source.load(
                    data.request(), (crystal, place) -> crystals.add(new ReadCrystal(crystal, place)), problems::add);
        } else {
            tally.sha256 = stored.hash();
            problems.addAll(stored.problems());
            for (int row = 0; row < stored.size(); row++) {
                crystals.add(new StoredCrystal(stored.entry(row)));
            }
        }
        if (!data.policy().equals(ReadPolicy.STRICT)) {
            crystals.forEach(read -> note(read.crystal(), read.place()));
        }
        tally.structures = crystals.size() + problems.size();
        skip(problems, tally);
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

    private GraphStage.Result build(List<ReadCrystal> crystals, Tally tally) {
        GraphStage.Result result =
                GraphStage.build(crystals, context.config().graph().options());
        skip(result.problems(), tally);
        if (result.set().size() == 0) {
            throw new InvalidInputException("graph", "no structure became a graph; see skipped.csv");
        }
        tally.set = result.set();
        return result;
    }

    private void skip(List<StructureProblem> problems, Tally tally) {
        tally.skipped += problems.size();
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
        return String.format("%,d structures", plain.structures + tuned.structures)
                + (skipped.isEmpty() ? "" : ", " + skipped.size() + " skipped (" + folder.resolve("skipped.csv") + ")")
                + (changed.isEmpty() ? "" : ", " + changed.size() + " changed (" + folder.resolve("changed.csv") + ")");
    }

    private String graphOutcome() {
        Shrinkage all = Stream.of(plain, tuned)
                .filter(tally -> tally.set != null)
                .map(tally -> tally.set.shrinkage())
                .reduce(Shrinkage.NONE, Shrinkage::plus);
        return all.edges() == 0 ? "none to build" : all.text() + stores.outcome();
    }

    /** All structures that could not be used so far. */
    public List<StructureProblem> skipped() {
        return skipped;
    }

    /** Crystals that are not what their files state, by the policy of the user, and what was changed. */
    public List<StructureProblem> changed() {
        return changed;
    }

    public CrystalSet unlabelled() {
        return plain.set;
    }

    /** What the sets are that were read this time. */
    public Map<DataFacts.Set, DataFacts> facts() {
        Map<DataFacts.Set, DataFacts> facts = new EnumMap<>(DataFacts.Set.class);
        if (plain.set != null) {
            facts.put(DataFacts.Set.PRETRAINING, facts(plain));
        }
        if (tuned.set != null) {
            facts.put(DataFacts.Set.FINE_TUNING, facts(tuned));
        }
        return facts;
    }

    private static DataFacts facts(Tally tally) {
        ElementShares shares = ElementShares.of(
                tally.set.crystals().stream().map(PreparedCrystal::crystal).toList());
        SortedMap<String, ElementShares.Count> elements = new TreeMap<>();
        shares.elements().forEach(number -> elements.put(Elements.symbol(number), shares.count(number)));
        return new DataFacts(
                tally.source,
                tally.sha256,
                tally.structures,
                tally.skipped,
                tally.set.size(),
                tally.set.shrinkage(),
                elements);
    }
}
