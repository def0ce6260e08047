package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.ViewRequest;

/** The distinct views that all tasks together ask for: a view asked for twice is built and encoded once. */
record ViewPlan(List<ViewRequest> views, List<TaskEntry> tasks) {

    /** A task with its name and weight. */
    record Named(String name, double weight, PretextTask task) {}

    static ViewPlan of(List<Named> tasks) {
        Set<ViewRequest> distinct = new LinkedHashSet<>();
        tasks.forEach(t -> distinct.addAll(t.task().views()));
        List<ViewRequest> views = new ArrayList<>(distinct);
        List<TaskEntry> entries = tasks.stream()
                .map(t -> new TaskEntry(
                        t.name(),
                        t.weight(),
                        t.task(),
                        t.task().views().stream().map(views::indexOf).toList()))
                .toList();
        return new ViewPlan(views, entries);
    }

    /** Prefix of the inputs of a view. */
    static String prefix(int view) {
        return "view-" + view + "/";
    }
}
