package org.dssl.it;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.pretrain.PretrainAccess;
import org.dssl.app.pretrain.PretrainAccess.Weighted;
import org.dssl.domain.augment.View;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;

/** The product's pretext tasks as the released code sets them. */
final class PaperTasks {
    /** The micro-property tasks share the masked view, which is encoded first: that orders the running statistics. */
    private static final List<String> ORDER = List.of("mask", "contrastive", "atomic-stiffness", "valence-electrons");

    private static final PretextTasks TASKS = PretextTasks.discovered(PretextTasks.class.getClassLoader());
    private static final Map<String, Object> SETTINGS = Map.of(
            "unit", "atom",
            "count", "floor",
            "outputs", 115L,
            "loss", "cosine",
            "projector", List.of(),
            "scale", "none",
            "unknown", "zero");

    private PaperTasks() {}

    /** @param weights of the sum, by task */
    static PretrainAccess sum(Map<String, Double> weights, List<List<View>> views) {
        List<Weighted> tasks = new ArrayList<>();
        for (String name : ORDER) {
            if (weights.containsKey(name)) {
                tasks.add(new Weighted(name, weights.get(name), task(name)));
            }
        }
        return PretrainAccess.of(tasks, views);
    }

    private static PretextTask task(String id) {
        PretextTaskProvider provider = TASKS.find(id).orElseThrow();
        Map<String, Object> values = new HashMap<>();
        for (Option option : provider.options()) {
            values.put(option.name(), SETTINGS.getOrDefault(option.name(), option.defaultValue()));
        }
        return provider.create(new OptionValues(values));
    }
}
