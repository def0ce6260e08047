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
 * reduced to their quotient where symmetry is left.
 *
 * @param packers one per view; lengths may be scaled by each view's own range
 * @param redraw whether views are drawn anew each epoch
 */
record PretrainBatches(
        List<PreparedCrystal> crystals,
        Order order,
        ViewPlan plan,
        List<LabelSpec> labels,
        GraphOptions graphOptions,
        List<GraphPacker> packers,
        boolean redraw,
        RandomStream random)
        implements BatchSource {

    @Override
    public Feeds batch(int epoch, int number) {
        int[] rows = order.rows(epoch, number);
        Feeds feeds = new Feeds();
        for (int v = 0; v < plan.views().size(); v++) {
            int view = v;
            packing()
                    .add(
                            v,
                            Arrays.stream(rows)
                                    .mapToObj(row -> view(row, view, redraw ? epoch : 0))
                                    .toList(),
                            feeds);
        }
        packing().addWeights(rows.length, epoch + (double) number / batchesPerEpoch(), feeds);
        return feeds;
    }

    private ViewPacking packing() {
        return new ViewPacking(plan, labels, graphOptions, packers);
    }

    @Override
    public List<String> crystals(int epoch, int number) {
        return Arrays.stream(order.rows(epoch, number))
                .mapToObj(row -> crystals.get(row).crystal().id())
                .toList();
    }

    private View view(int row, int view, int epoch) {
        PreparedCrystal prepared = crystals.get(row);
        ViewRequest request = plan.views().get(view);
        RandomStream draw =
                random.split(prepared.crystal().id()).split(request.toString()).split(epoch);
        return new ViewBuilder(graphOptions).build(prepared, request, draw);
    }

    /** How far the first epoch's views of some crystals shrink. */
    Shrinkage shrinkage(int ofCrystals) {
        Shrinkage sum = Shrinkage.NONE;
        for (int row : Arrays.stream(order.rows()).limit(ofCrystals).toArray()) {
            for (int view = 0; view < plan.views().size(); view++) {
                sum = sum.plus(packing().shrinkage(view, view(row, view, 0)));
            }
        }
        return sum;
    }
}
