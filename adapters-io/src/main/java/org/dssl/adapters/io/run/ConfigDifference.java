package org.dssl.adapters.io.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.dssl.ports.config.ConfigNode;

/** The first key in which two configurations of one run folder differ; comments and layout do not count. */
final class ConfigDifference {
    /** Where the run is, which may have been moved, and what no result depends on. */
    private static final Set<String> NO_DIFFERENCE =
            Set.of("output", "compute.checkpoint-seconds", "compute.graph-store");

    private final YamlConfigReader reader = new YamlConfigReader(name -> null);

    /** In words, as {@code seed 3, not 7}; empty if both say the same. */
    Optional<String> first(String found, String wanted) {
        return first(reader.parse(found, "config.yaml"), reader.parse(wanted, "configuration"), "");
    }

    private Optional<String> first(ConfigNode found, ConfigNode wanted, String path) {
        if (NO_DIFFERENCE.contains(path)) {
            return Optional.empty();
        }
        if (found == null) {
            return Optional.of("without " + path);
        }
        if (wanted == null) {
            return Optional.of("with " + path + ", which is not set now");
        }
        if (found.value() instanceof Map && wanted.value() instanceof Map) {
            return firstOfMaps((Map<?, ?>) found.value(), (Map<?, ?>) wanted.value(), path);
        }
        if (found.value() instanceof List && wanted.value() instanceof List) {
            return firstOfLists((List<?>) found.value(), (List<?>) wanted.value(), path);
        }
        if (Objects.equals(found.value(), wanted.value())) {
            return Optional.empty();
        }
        return Optional.of(path + " " + shown(found) + ", not " + shown(wanted));
    }

    private Optional<String> firstOfMaps(Map<?, ?> found, Map<?, ?> wanted, String path) {
        Set<Object> keys = new LinkedHashSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        return keys.stream()
                .map(key -> first(
                        (ConfigNode) found.get(key),
                        (ConfigNode) wanted.get(key),
                        path.isEmpty() ? key.toString() : path + "." + key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> firstOfLists(List<?> found, List<?> wanted, String path) {
        for (int i = 0; i < Math.max(found.size(), wanted.size()); i++) {
            ConfigNode one = i < found.size() ? (ConfigNode) found.get(i) : null;
            ConfigNode other = i < wanted.size() ? (ConfigNode) wanted.get(i) : null;
            Optional<String> difference = first(one, other, path + "[" + i + "]");
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static String shown(ConfigNode node) {
        if (node.value() instanceof Map) {
            return "{…}";
        }
        return node.value() instanceof List ? "[…]" : String.valueOf(node.value());
    }
}
