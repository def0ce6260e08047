package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.augment.View;
import org.dssl.domain.graph.GraphPacker.Directions;
import org.dssl.ports.spi.Head;

/**
 * A label of a task's view, as an input of the program.
 *
 * @param columns number of classes, or of values in a row
 */
record LabelSpec(int task, int view, String name, LabelSet.Rows rows, int columns, boolean classes) {

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
                int number = entry.views().get(v);
                LabelSet set = new LabelSet(views.get(number));
                entry.task().label(v, views.get(number), set);
                int task = t;
                int view = v;
                boolean directed = plan.directions(number) != Directions.NONE;
                set.labels().forEach((name, label) -> specs.add(of(task, view, name, label, entry, directed)));
            }
        }
        return specs;
    }

    private static LabelSpec of(
            int task, int view, String name, LabelSet.Label label, TaskEntry entry, boolean directed) {
        if (label.rows() == LabelSet.Rows.ATOM && label.columns() == 3 && !directed) {
            throw new IllegalArgumentException("task '" + entry.name() + "' labels vectors '" + name
                    + "' on a view where no head gives vectors; add Head.vectors or Head.forces");
        }
        int columns = label.classes() ? classes(entry, name) : label.columns();
        return new LabelSpec(task, view, name, label.rows(), columns, label.classes());
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
