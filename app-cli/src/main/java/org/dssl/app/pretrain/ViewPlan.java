package org.dssl.app.pretrain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dssl.domain.graph.GraphPacker.Directions;
import org.dssl.domain.train.TermWeight;
import org.dssl.ports.spi.Augmentation;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.ViewRequest;

/** The distinct views that all tasks together ask for: a view asked for twice is built and encoded once. */
record ViewPlan(List<ViewRequest> views, List<TaskEntry> tasks) {

    /** A task with its name and weight. */
    record Named(String name, TermWeight weight, PretextTask task) {
        Named(String name, double weight, PretextTask task) {
            this(name, TermWeight.constant(weight), task);
        }
    }

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

    /** What the heads on a view read of directions. */
    Directions directions(int view) {
        List<Head> heads = tasks.stream()
                .filter(entry -> entry.views().contains(view))
                .flatMap(entry -> entry.task().heads().stream())
                .toList();
        if (heads.stream().anyMatch(head -> head.kind() == Head.Kind.FORCES)) {
            return Directions.MOVABLE;
        }
        return heads.stream().anyMatch(Head::needsDirections) ? Directions.VECTORS : Directions.NONE;
    }

    /** Whether equivalent atoms of the view may be computed once: it has symmetry left, and no head reads directions. */
    boolean reducible(int view) {
        return directions(view) == Directions.NONE
                && views.get(view).augmentations().stream().noneMatch(Augmentation::breaksSymmetry);
    }
}
