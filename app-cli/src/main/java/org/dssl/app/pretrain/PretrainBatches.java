package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.training.BatchSource;
import org.dssl.app.training.Order;
import org.dssl.domain.augment.View;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.graph.Quotient;
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

    /** A view of a crystal as it enters the batch; labels by task and the task's view number. */
    private record Entry(CrystalGraph full, GraphPacker.Item item, List<LabelSet> labels) {}

    @Override
    public Feeds batch(int epoch, int number) {
        int[] rows = order.rows(epoch, number);
        Feeds feeds = new Feeds();
        for (int v = 0; v < plan.views().size(); v++) {
            int view = v;
            List<Entry> entries = Arrays.stream(rows)
                    .mapToObj(row -> entry(row, view, redraw ? epoch : 0))
                    .toList();
            packers.get(v).pack(entries.stream().map(Entry::item).toList(), ViewPlan.prefix(v), feeds);
            addLabels(entries, view, feeds);
        }
        for (TaskEntry entry : plan.tasks()) {
            if (entry.weight().changes()) {
                double weight = entry.weight().at(epoch + (double) number / batchesPerEpoch());
                feeds.numbers(entry.weightInput(), new double[] {weight}, 1, 1);
            }
        }
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        return feeds.numbers(PretrainProgram.CRYSTAL_WEIGHT, ones, rows.length, 1);
    }

    @Override
    public List<String> crystals(int epoch, int number) {
        return Arrays.stream(order.rows(epoch, number))
                .mapToObj(row -> crystals.get(row).crystal().id())
                .toList();
    }

    private Entry entry(int row, int view, int epoch) {
        PreparedCrystal prepared = crystals.get(row);
        ViewRequest request = plan.views().get(view);
        RandomStream draw =
                random.split(prepared.crystal().id()).split(request.toString()).split(epoch);
        View built = new ViewBuilder(graphOptions).build(prepared, request, draw);
        List<LabelSet> sets = new ArrayList<>();
        for (int t = 0; t < plan.tasks().size(); t++) {
            TaskEntry task = plan.tasks().get(t);
            for (int own = 0; own < task.views().size(); own++) {
                LabelSet set = new LabelSet(built);
                if (task.views().get(own) == view) {
                    task.task().label(own, built, set);
                }
                sets.add(set);
            }
        }
        GraphPacker.Item item = new GraphPacker.Item(built.crystal(), reduce(built, view, sets), built.masked());
        return new Entry(built.graph(), item, sets);
    }

    /** How far the first epoch's views of some crystals shrink. */
    Shrinkage shrinkage(int ofCrystals) {
        Shrinkage sum = Shrinkage.NONE;
        for (int row : Arrays.stream(order.rows()).limit(ofCrystals).toArray()) {
            for (int view = 0; view < plan.views().size(); view++) {
                Entry entry = entry(row, view, 0);
                sum = sum.plus(Shrinkage.of(entry.full(), entry.item().graph()));
            }
        }
        return sum;
    }

    private CrystalGraph reduce(View view, int number, List<LabelSet> sets) {
        return graphOptions.quotient() && plan.reducible(number)
                ? Quotient.of(view.graph(), ViewColours.of(view, sets), graphOptions.tolerance())
                : view.graph();
    }

    private void addLabels(List<Entry> entries, int view, Feeds feeds) {
        for (LabelSpec spec : labels) {
            if (plan.tasks().get(spec.task()).views().get(spec.view()) == view) {
                addLabel(entries, spec, feeds);
            }
        }
    }

    private void addLabel(List<Entry> entries, LabelSpec spec, Feeds feeds) {
        LabelRows rows = new LabelRows(spec);
        for (Entry entry : entries) {
            rows.add(
                    entry.labels().get(position(spec)).labels().get(spec.name()),
                    entry.item().graph());
        }
        rows.feed(feeds);
    }

    /** Where the label set of a task's view stands in {@link Entry#labels}. */
    private int position(LabelSpec spec) {
        int before = 0;
        for (int t = 0; t < spec.task(); t++) {
            before += plan.tasks().get(t).views().size();
        }
        return before + spec.view();
    }
}
