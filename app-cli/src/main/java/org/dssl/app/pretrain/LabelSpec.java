package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.domain.augment.View;
import org.dssl.ports.spi.Head;

/**
 * A label of a task's view, as an input of the program.
 *
 * @param columns number of classes, or 1 for a value
 */
record LabelSpec(int task, int view, String name, Head.Rows rows, int columns, boolean classes) {

    String input() {
        return "label/" + task + "/" + view + "/" + name;
    }

    String weightInput() {
        return input() + "/weight";
    }

    /**
     * What labels each task sets, found by letting it label the views of one crystal; a task sets the same ones on all.
     *
     * @param views of a sample crystal, by the plan's numbers
     */
    static List<LabelSpec> probe(ViewPlan plan, List<View> views) {
        List<LabelSpec> specs = new ArrayList<>();
        for (int t = 0; t < plan.tasks().size(); t++) {
            TaskEntry entry = plan.tasks().get(t);
            for (int v = 0; v < entry.views().size(); v++) {
                View view = views.get(entry.views().get(v));
                LabelSet set = new LabelSet(view.crystal().atoms());
                entry.task().label(v, view, set);
                for (Map.Entry<String, LabelSet.Label> label : set.labels().entrySet()) {
                    int columns = label.getValue().classes() ? classes(entry, label.getKey()) : 1;
                    specs.add(new LabelSpec(
                            t,
                            v,
                            label.getKey(),
                            label.getValue().rows(),
                            columns,
                            label.getValue().classes()));
                }
            }
        }
        return specs;
    }

    private static int classes(TaskEntry entry, String label) {
        return entry.task().heads().stream()
                .filter(head -> head.name().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("task '" + entry.name() + "' labels classes '" + label
                        + "' but has no head of that name; its heads are "
                        + entry.task().heads().stream().map(Head::name).toList()))
                .outputs();
    }
}
