package org.dssl.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dssl.ports.config.ConfigNode;

/** Layers of configuration nodes: maps are united key by key, unless their types differ; all else is replaced. */
final class Overlay {
    /** Keys that stay when another layer chooses another type, by section. */
    private static final Map<String, List<String>> OF_ALL_TYPES = Map.of("encoder", List.of("pretrained"));

    private Overlay() {}

    static ConfigNode merge(List<ConfigNode> layers) {
        return layers.stream().reduce(Overlay::over).orElseThrow();
    }

    private static ConfigNode over(ConfigNode base, ConfigNode top) {
        if (base.isMap() && top.value() == null) {
            return base;
        }
        if (isSingle(base) && isSingle(top)) {
            return with(top, List.of(over(base.list().get(0), top.list().get(0))));
        }
        if (!base.isMap() || !top.isMap()) {
            return top;
        }
        Map<String, ConfigNode> united = new LinkedHashMap<>(base.map());
        if (typesDiffer(base, top)) {
            united.keySet().retainAll(OF_ALL_TYPES.getOrDefault(base.keyPath(), List.of()));
        }
        top.map().forEach((key, value) -> united.merge(key, value, Overlay::over));
        // The place of a section is where the user began it.
        return with(Presets.holds(base) ? top : base, united);
    }

    /** A section given as a list of one map, as {@code target} is after {@link Shorthands}. */
    private static boolean isSingle(ConfigNode node) {
        return node.isList() && node.list().size() == 1 && node.list().get(0).isMap();
    }

    /** What was set for a plateau means nothing to a one-cycle. */
    private static boolean typesDiffer(ConfigNode base, ConfigNode top) {
        ConfigNode before = base.map().get("type");
        ConfigNode after = top.map().get("type");
        return before != null && after != null && !Objects.equals(before.value(), after.value());
    }

    private static ConfigNode with(ConfigNode node, Object value) {
        return new ConfigNode(value, node.keyPath(), node.file(), node.line());
    }
}
