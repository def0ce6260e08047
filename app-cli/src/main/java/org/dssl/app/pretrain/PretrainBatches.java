package org.dssl.app.pretrain;

import java.util.Arrays;
import java.util.List;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.training.BatchSource;
import org.dssl.app.training.Order;
import org.dssl.domain.augment.View;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.spi.ViewRequest;

/**
 * Batches of pretraining: for every crystal its views, drawn from crystal / view / epoch, labelled by the tasks, and
 * reduced to their quotient where symmetry is left. Thread-safe.
 */
final class PretrainBatches implements BatchSource {
    private final List<PreparedCrystal> crystals;
    private final Order order;
    private final ViewPlan plan;
    private final List<LabelSpec> labels;
    private final ViewBuilder builder;
    private final ViewPacking packing;
    private final boolean redraw;
    private final RandomStream random;

    private final KeptEntries asIs = new KeptEntries();

    /**
     * @param packers one per view; lengths may be scaled by each view's own range
     * @param redraw whether views are drawn anew each epoch
     */
    PretrainBatches(
            List<PreparedCrystal> crystals,
            Order order,
            ViewPlan plan,
            List<LabelSpec> labels,
            GraphOptions graphOptions,
            List<GraphPacker> packers,
            boolean redraw,
            RandomStream random) {
        this.crystals = crystals;
        this.order = order;
        this.plan = plan;
        this.labels = labels;
        this.builder = new ViewBuilder(graphOptions);
        this.packing = new ViewPacking(plan, labels, graphOptions, packers);
        this.redraw = redraw;
        this.random = random;
    }

    ViewPlan plan() {
        return plan;
    }

    List<LabelSpec> labels() {
        return labels;
    }

    @Override
    public Order order() {
        return order;
    }

    @Override
    public Feeds batch(int epoch, int number) {
        int[] rows = order.rows(epoch, number);
        Feeds feeds = new Feeds();
        for (int v = 0; v < plan.views().size(); v++) {
            int view = v;
            List<ViewPacking.Entry> entries = Arrays.stream(rows)
                    .mapToObj(row -> entry(row, view, redraw ? epoch : 0))
                    .toList();
            packing.add(v, entries, feeds);
        }
        packing.addWeights(rows.length, epoch + (double) number / batchesPerEpoch(), feeds);
        return feeds;
    }

    @Override
    public List<String> crystals(int epoch, int number) {
        return Arrays.stream(order.rows(epoch, number))
                .mapToObj(row -> crystals.get(row).crystal().id())
                .toList();
    }

    private ViewPacking.Entry entry(int row, int view, int epoch) {
        return plan.views().get(view).augmentations().isEmpty()
                ? asIs.of(row, view, () -> packing.entry(view(row, view, epoch), view))
                : packing.entry(view(row, view, epoch), view);
    }

    private View view(int row, int view, int epoch) {
        PreparedCrystal prepared = crystals.get(row);
        ViewRequest request = plan.views().get(view);
        RandomStream draw =
                random.split(prepared.crystal().id()).split(request.toString()).split(epoch);
        return builder.build(prepared, request, draw);
    }

    /** How far the first epoch's views of some crystals shrink. */
    Shrinkage shrinkage(int ofCrystals) {
        Shrinkage sum = Shrinkage.NONE;
        for (int row : Arrays.stream(order.rows()).limit(ofCrystals).toArray()) {
            for (int view = 0; view < plan.views().size(); view++) {
                sum = sum.plus(packing.shrinkage(view, view(row, view, 0)));
            }
        }
        return sum;
    }
}
