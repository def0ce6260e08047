package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dssl.domain.augment.View;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.dssl.domain.graph.Quotient;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.domain.program.Feeds;

/**
 * From views to a batch: labelled by the tasks, reduced to their quotient where symmetry is left, and packed.
 *
 * @param packers one per view; lengths may be scaled by each view's own range
 */
record ViewPacking(ViewPlan plan, List<LabelSpec> labels, GraphOptions graphOptions, List<GraphPacker> packers) {

    /** A view of a crystal as it enters the batch; labels by task and the task's view number. */
    record Entry(GraphPacker.Item item, List<LabelSet> labels) {}

    /** Adds one view of the batch's crystals. @param number of the view in the plan */
    void add(int number, List<Entry> entries, Feeds feeds) {
        packers.get(number).pack(entries.stream().map(Entry::item).toList(), ViewPlan.prefix(number), feeds);
        for (LabelSpec spec : labels) {
            if (plan.tasks().get(spec.task()).views().get(spec.view()) == number) {
                addLabel(entries, spec, feeds);
            }
        }
    }

    /** Adds what belongs to no view. @param epoch passed since the beginning, with its fraction */
    void addWeights(int crystals, double epoch, Feeds feeds) {
        for (TaskEntry entry : plan.tasks()) {
            if (entry.weight().changes()) {
                feeds.numbers(entry.weightInput(), new double[] {entry.weight().at(epoch)}, 1, 1);
            }
        }
        double[] ones = new double[crystals];
        Arrays.fill(ones, 1);
        feeds.numbers(PretrainProgram.CRYSTAL_WEIGHT, ones, crystals, 1);
    }

    Shrinkage shrinkage(int number, View view) {
        return Shrinkage.of(view.graph(), entry(view, number).item().graph());
    }

    /** Labels a view and reduces it. @param number of the view in the plan */
    Entry entry(View view, int number) {
        List<LabelSet> sets = new ArrayList<>();
        for (TaskEntry task : plan.tasks()) {
            for (int own = 0; own < task.views().size(); own++) {
                LabelSet set = new LabelSet(view);
                if (task.views().get(own) == number) {
                    task.task().label(own, view, set);
                }
                sets.add(set);
            }
        }
        return new Entry(new GraphPacker.Item(view.crystal(), reduce(view, number, sets), view.masked()), sets);
    }

    private CrystalGraph reduce(View view, int number, List<LabelSet> sets) {
        return graphOptions.quotient() && plan.reducible(number)
                ? Quotient.of(view.graph(), ViewColours.of(view, sets), graphOptions.tolerance())
                : view.graph();
    }

    private void addLabel(List<Entry> entries, LabelSpec spec, Feeds feeds) {
        LabelRows rows = new LabelRows(spec);
        for (Entry entry : entries) {
            rows.add(label(entry, spec), entry.item().graph());
        }
        rows.feed(feeds);
    }

    private LabelSet.Label label(Entry entry, LabelSpec spec) {
        LabelSet.Label label = entry.labels().get(position(spec)).labels().get(spec.name());
        if (label == null || label.rows() != spec.rows() || !spec.classes() && label.columns() != spec.columns()) {
            throw new IllegalArgumentException(
                    "task '" + plan.tasks().get(spec.task()).name() + "' labels crystal "
                            + entry.item().crystal().id() + " otherwise than others: '" + spec.name() + "' is "
                            + (label == null ? "absent" : "of another kind or size")
                            + "; a label that is unknown is NaN or -1");
        }
        return label;
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
