package org.dssl.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.ports.config.ConfigNode;

/**
 * Short forms written out, so that layers can be united: {@code data: crystals/} is {@code data: {source: crystals/}},
 * one target is a list of one.
 */
final class Shorthands {
    private Shorthands() {}

    static ConfigNode writtenOut(Section section, ConfigNode node) {
        if (node.value() == null) {
            return node;
        }
        switch (section.form()) {
            case ONE_OR_MORE:
                List<ConfigNode> items = node.isList() ? node.list() : List.of(node);
                return with(
                        node, items.stream().map(item -> asMap(section, item)).toList());
            case NAMED:
                return node.isMap() ? entries(node) : node;
            default:
                return asMap(section, node);
        }
    }

    private static ConfigNode asMap(Section section, ConfigNode node) {
        if (!node.isMap()) {
            return section.shorthand() == null || node.isList() || node.value() == null
                    ? node
                    : with(node, Map.of(section.shorthand(), node));
        }
        Map<String, ConfigNode> map = new LinkedHashMap<>(node.map());
        section.sections().forEach(part -> map.computeIfPresent(part.name(), (key, value) -> writtenOut(part, value)));
        return with(node, map);
    }

    /** {@code mask:} and {@code mask: on} are a task with its defaults; {@code mask: off} stays, to be taken out. */
    private static ConfigNode entries(ConfigNode node) {
        Map<String, ConfigNode> map = new LinkedHashMap<>();
        node.map().forEach((name, entry) -> {
            boolean plain = entry.value() == null || Boolean.TRUE.equals(entry.value());
            map.put(name, plain ? with(entry, Map.of()) : entry);
        });
        return with(node, map);
    }

    private static ConfigNode with(ConfigNode node, Object value) {
        return new ConfigNode(value, node.keyPath(), node.file(), node.line());
    }
}
