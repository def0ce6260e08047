package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.List;
import org.dssl.app.data.GraphStage;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.Program;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.spi.PretextTask;

/** One task on views of a few crystals, as a program and its batches: what a contract test looks at. Immutable. */
public final class TaskTrial {
    private static final String NAME = "task";

    private final Encoder encoder;
    private final ViewPlan plan;

    /** @param encoder without angles */
    public TaskTrial(PretextTask task, Encoder encoder) {
        this.encoder = encoder;
        this.plan = ViewPlan.of(List.of(new ViewPlan.Named(NAME, 1, task)));
    }

    /** The views that the task asks for, by their position in {@link PretextTask#views}; equal requests are one. */
    public List<View> views(Crystal crystal, long seed) {
        RandomStream random = RandomStream.of(seed).split(crystal.id());
        return plan.views().stream()
                .map(request -> new ViewBuilder(GraphOptions.DEFAULT)
                        .build(
                                GraphStage.prepare(crystal, GraphOptions.DEFAULT),
                                request,
                                random.split(request.toString())))
                .toList();
    }

    /** Whether equivalent atoms of some view may be computed once. */
    public boolean reducible() {
        return plan.views().stream()
                .anyMatch(view -> plan.reducible(plan.views().indexOf(view)));
    }

    /** @param sample views of a crystal, to learn the labels from */
    public Program program(List<View> sample) {
        return new PretrainProgram(
                encoder, features().columns(), Tap.BEFORE_ATTENTION, plan, LabelSpec.probe(plan, sample));
    }

    /** @param views of each crystal */
    public Feeds feeds(List<List<View>> views, boolean quotient) {
        List<GraphPacker> packers = new ArrayList<>();
        for (int v = 0; v < plan.views().size(); v++) {
            packers.add(new GraphPacker(features(), plan.directions(v)));
        }
        ViewPacking packing = new ViewPacking(
                plan, LabelSpec.probe(plan, views.get(0)), GraphOptions.DEFAULT.withQuotient(quotient), packers);
        Feeds feeds = new Feeds();
        for (int v = 0; v < plan.views().size(); v++) {
            int view = v;
            packing.add(
                    v,
                    views.stream()
                            .map(ofCrystal -> packing.entry(ofCrystal.get(view), view))
                            .toList(),
                    feeds);
        }
        packing.addWeights(views.size(), 0, feeds);
        return feeds;
    }

    private static FeatureOptions features() {
        return FeatureOptions.of(GraphOptions.DEFAULT, false, false);
    }
}
