package org.dssl.app.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dssl.app.config.Features;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.domain.graph.AtomColumns;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.nn.Pooling;

/** Collects what of a configuration a reference does not have. */
final class Differences {
    private static final int NEIGHBOURS = 12;
    private static final double RADIUS = 8;

    private final RunConfig config;
    private final List<String> found = new ArrayList<>();

    Differences(RunConfig config) {
        this.config = config;
    }

    /** All references look for 12 neighbours within 8 Å. */
    Differences graph(GraphMode mode, ElementFeatures elements) {
        GraphOptions options = config.graph().options();
        AtomColumns atoms = config.graph().atoms();
        Optional<ElementFeatures> told = atoms.element();
        return unless(options.mode() == mode, "graph.mode: " + words(options.mode()))
                .unless(
                        told.isEmpty() || told.get() == elements,
                        "graph.elements: " + told.map(Differences::words).orElse(""))
                .unless(
                        told.isPresent() && atoms.properties().isEmpty() && !atoms.orbitalField(),
                        "graph.features: [" + String.join(", ", Features.names(atoms)) + "]")
                .unless(options.neighbours() == NEIGHBOURS, "graph.neighbours: " + options.neighbours())
                .unless(options.radius() == RADIUS, "graph.radius: " + options.radius());
    }

    /** @param same whether tap and activations are the reference's */
    Differences head(Pooling pooling, Predicate<FinetuneConfig> same) {
        config.finetune()
                .ifPresent(tuned -> unless(tuned.pooling() == pooling, "finetune.pooling: " + words(tuned.pooling()))
                        .unless(same.test(tuned), "finetune.tap and finetune.head"));
        return this;
    }

    Differences unless(boolean same, String difference) {
        if (!same) {
            found.add(difference);
        }
        return this;
    }

    List<String> found() {
        return found;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
