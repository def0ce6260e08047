package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.app.config.Encoders;
import org.dssl.app.config.Features;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.data.CrystalSet;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.training.ModelFactory;
import org.dssl.app.training.Order;
import org.dssl.app.training.Workload;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.Program;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.ViewRequest;

/** From configuration, data and tasks to what pretraining computes. */
public final class PretrainSetup {
    private final RunConfig run;
    private final PretrainConfig config;
    private final CrystalSet data;
    private final ViewPlan plan;
    private final RandomStream random;

    /** @param tasks in the order of the configuration */
    public PretrainSetup(RunConfig run, CrystalSet data, List<PretextTask> tasks) {
        this.run = run;
        this.config = run.pretrain().orElseThrow();
        this.data = data;
        this.plan = plan(fitted(tasks));
        this.random = RandomStream.of(run.seed()).split(Pretrainer.STAGE);
    }

    /** Training on some rows of the data as one batch. */
    public Workload workload(int[] rows) {
        PretrainBatches batches = batches(rows, "train", rows.length);
        return new Workload(program(batches.labels()), ModelFactory.optimiser(config), batches);
    }

    Program program(List<LabelSpec> labels) {
        return new PretrainProgram(
                Encoders.create(run.encoder(), config.dropout()),
                ModelFactory.features(run).columns(),
                ModelFactory.tap(config.tapAfterAttention()),
                plan,
                labels,
                config.weighting());
    }

    /** A gradient along positions does not see that the orbital field changes with them. */
    private PretextTask requireSight(PretextTask task) {
        if (run.graph().atoms().orbitalField()
                && task.heads().stream().anyMatch(head -> head.kind() == Head.Kind.FORCES)) {
            throw new IllegalArgumentException("forces as a gradient would leave out what follows from distances in"
                    + " graph.features: " + Features.ORBITAL_FIELD + ". Use method: pairwise, or other features.");
        }
        return task;
    }

    private List<PretextTask> fitted(List<PretextTask> tasks) {
        List<Crystal> crystals = data.structures();
        List<PretextTask> fitted = new ArrayList<>();
        for (int t = 0; t < tasks.size(); t++) {
            try {
                fitted.add(requireSight(tasks.get(t).fit(crystals)));
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException(config.tasks().get(t).place(), e.getMessage());
            }
        }
        return fitted;
    }

    private ViewPlan plan(List<PretextTask> tasks) {
        return ViewPlan.of(IntStream.range(0, tasks.size())
                .mapToObj(t -> new ViewPlan.Named(
                        config.tasks().get(t).name(), config.tasks().get(t).weight(), tasks.get(t)))
                .toList());
    }

    PretrainBatches batches(int[] rows, String part) {
        return batches(rows, part, config.batch());
    }

    private PretrainBatches batches(int[] rows, String part, int size) {
        RandomStream stream = random.split(part);
        ViewBuilder builder = new ViewBuilder(run.graph().options());
        PreparedCrystal sample = data.crystals().get(0);
        List<View> views = plan.views().stream()
                .map(request -> builder.build(sample, request, stream))
                .toList();
        boolean redraw = config.redraw() && part.equals("train");
        return new PretrainBatches(
                data.crystals(),
                new Order(rows, size, stream),
                plan,
                LabelSpec.probe(plan, views),
                run.graph().options(),
                packers(builder),
                redraw,
                stream);
    }

    /** In paper mode each view's lengths are scaled by that view's own range over the data set. */
    private List<GraphPacker> packers(ViewBuilder builder) {
        FeatureOptions features = ModelFactory.features(run);
        if (!run.graph().minMaxLengths()) {
            return IntStream.range(0, plan.views().size())
                    .mapToObj(v -> new GraphPacker(features, plan.directions(v)))
                    .toList();
        }
        return IntStream.range(0, plan.views().size())
                .mapToObj(v -> {
                    ViewRequest request = plan.views().get(v);
                    double[] range = data.lengths().clone();
                    for (PreparedCrystal crystal : data.crystals()) {
                        RandomStream draw = random.split("train")
                                .split(crystal.crystal().id())
                                .split(request.toString())
                                .split(0);
                        for (double length :
                                builder.build(crystal, request, draw).graph().distance()) {
                            range[0] = Math.min(range[0], length);
                            range[1] = Math.max(range[1], length);
                        }
                    }
                    return new GraphPacker(features.withLengths(range[0], range[1]), plan.directions(v));
                })
                .toList();
    }
}
