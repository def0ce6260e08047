package org.dssl.adapters.io.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.ConfigNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** SnakeYAML's nodes to ours. A value under a key has the line of its key. */
final class NodeConverter {
    /** Aliases share nodes, and a few lines of them can stand for billions of values. */
    private static final int LIMIT = 100_000;

    private static final Set<Tag> ALLOWED = Set.of(Tag.MAP, Tag.SEQ, Tag.STR, PlainScalars.PLAIN);

    private final String file;
    private final boolean lines;
    private final Scalars scalars;
    private int converted;

    NodeConverter(String file, boolean lines, Scalars scalars) {
        this.file = file;
        this.lines = lines;
        this.scalars = scalars;
    }

    ConfigNode convert(Node node, String keyPath) {
        return convert(node, keyPath, line(node));
    }

    private ConfigNode convert(Node node, String keyPath, int line) {
        ConfigNode place = new ConfigNode(null, keyPath, file, line);
        if (++converted > LIMIT || node.isTwoStepsConstruction()) {
            throw problem(place, "the aliases (*name) unfold without end. Write the values out.");
        }
        if (!ALLOWED.contains(node.getTag())) {
            throw problem(place, "tags (!name) are not allowed. Configurations hold plain values only.");
        }
        return new ConfigNode(value(node, place), keyPath, file, line);
    }

    private Object value(Node node, ConfigNode place) {
        if (node instanceof MappingNode) {
            return map((MappingNode) node, place.keyPath());
        }
        if (node instanceof SequenceNode) {
            List<ConfigNode> items = new ArrayList<>();
            for (Node item : ((SequenceNode) node).getValue()) {
                items.add(convert(item, place.keyPath() + "[" + items.size() + "]"));
            }
            return items;
        }
        try {
            return scalars.value((ScalarNode) node);
        } catch (IllegalArgumentException e) {
            throw problem(place, e.getMessage());
        }
    }

    private Map<String, ConfigNode> map(MappingNode node, String keyPath) {
        Map<String, ConfigNode> map = new LinkedHashMap<>();
        Map<String, Integer> keyLines = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            Node keyNode = entry.getKeyNode();
            int line = line(keyNode);
            if (!(keyNode instanceof ScalarNode)) {
                throw problem(new ConfigNode(null, keyPath, file, line), "a list or map cannot be a key.");
            }
            String key = ((ScalarNode) keyNode).getValue();
            String path = keyPath.isEmpty() ? key : keyPath + "." + key;
            Integer before = keyLines.put(key, line);
            if (before != null) {
                String where = lines ? "first in line " + before : "in one value";
                throw problem(new ConfigNode(null, path, file, line), "given twice, " + where + ". Keep one of them.");
            }
            map.put(key, convert(entry.getValueNode(), path, line));
        }
        return map;
    }

    private int line(Node node) {
        return lines ? node.getStartMark().getLine() + 1 : 0;
    }

    private static InvalidInputException problem(ConfigNode at, String message) {
        return new InvalidInputException(List.of(at.problem(message)));
    }
}
