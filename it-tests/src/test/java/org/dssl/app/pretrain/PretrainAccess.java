package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.domain.augment.View;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.program.Program;
import org.dssl.ports.spi.PretextTask;

/**
 * The product's pretraining program on views that a test gives instead of drawing them. Views are on full graphs.
 *
 * @param views by number of the plan's view, then crystal
 */
public record PretrainAccess(ViewPlan plan, List<List<View>> views, List<LabelSpec> labels) {

    /** A task of the sum. */
    public record Weighted(String name, double weight, PretextTask task) {}

    public static PretrainAccess of(List<Weighted> tasks, List<List<View>> views) {
        ViewPlan plan = ViewPlan.of(tasks.stream()
                .map(t -> new ViewPlan.Named(t.name(), t.weight(), t.task()))
                .toList());
        if (plan.views().size() != views.size()) {
            throw new IllegalArgumentException("the tasks ask for " + plan.views());
        }
        List<View> sample = views.stream().map(crystals -> crystals.get(0)).toList();
        return new PretrainAccess(plan, views, LabelSpec.probe(plan, sample));
    }

    public Program program(Encoder encoder, int atomFeatures, Tap tap) {
        return new PretrainProgram(encoder, atomFeatures, tap, plan, labels);
    }

    /** The name of a task's term among the program's values. */
    public static String term(String task) {
        return PretrainProgram.TERM + task;
    }

    /** Prefix of a view's inputs. */
    public static String prefix(int view) {
        return ViewPlan.prefix(view);
    }

    /** Adds what the tasks write as labels, rounded to float32 as the reference's are, and the crystals' weights. */
    public void label(Feeds feeds) {
        for (LabelSpec spec : labels) {
            TaskEntry entry = plan.tasks().get(spec.task());
            List<Double> values = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            for (View view : views.get(entry.views().get(spec.view()))) {
                LabelSet set = new LabelSet(view);
                entry.task().label(spec.view(), view, set);
                add(set.labels(), spec, values, weights);
            }
            feeds.numbers(spec.input(), array(values), weights.size(), spec.columns())
                    .numbers(spec.weightInput(), array(weights), weights.size(), 1);
        }
        int crystals = views.get(0).size();
        double[] ones = IntStream.range(0, crystals).mapToDouble(c -> 1).toArray();
        feeds.numbers(PretrainProgram.CRYSTAL_WEIGHT, ones, crystals, 1);
    }

    private static void add(
            Map<String, LabelSet.Label> labels, LabelSpec spec, List<Double> values, List<Double> weights) {
        LabelSet.Label label = labels.get(spec.name());
        if (label.rows() != LabelSet.Rows.ATOM) {
            throw new IllegalArgumentException("only labels of atoms are known here");
        }
        for (int row = 0; row < label.values().length; row++) {
            boolean known = label.known(row);
            weights.add(known ? 1.0 : 0.0);
            for (int column = 0; column < spec.columns(); column++) {
                double value = spec.classes() ? (label.values()[row] == column ? 1 : 0) : (float) label.values()[row];
                values.add(known ? value : 0.0);
            }
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
