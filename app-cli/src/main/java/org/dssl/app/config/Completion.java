package org.dssl.app.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dssl.ports.config.ConfigNode;

/**
 * Defaults that follow from something else: the run's folder from the file's name, folds from a column, tasks, and from
 * the encoder's type what it was published with.
 */
final class Completion {
    private Completion() {}

    /** @param tasks those of pretraining where the user names none */
    static ConfigNode of(ConfigNode root, String file, ConfigNode tasks) {
        Map<String, ConfigNode> map = new LinkedHashMap<>(root.map());
        Published published = Published.with(map.get("encoder"), root.file());
        map.putIfAbsent("output", new ConfigNode("runs/" + baseName(file), "output", root.file(), 0));
        map.put("graph", inMap(map.getOrDefault("graph", new ConfigNode(null, "graph", root.file(), 0)), parts -> {
            if (Features.withElement(parts.get(Features.KEY))) {
                parts.putIfAbsent(Features.ELEMENTS, published.elements());
            }
            return parts;
        }));
        map.computeIfPresent(
                "pretrain",
                (key, pretrain) -> inMap(pretrain, parts -> {
                    parts.merge(
                            "tasks",
                            tasks,
                            (given, standard) -> onlyOff(given) ? Overlay.merge(List.of(standard, given)) : given);
                    parts.computeIfPresent("tasks", (name, given) -> withoutOff(given));
                    return parts;
                }));
        map.computeIfPresent(
                "finetune",
                (key, finetune) -> inMap(finetune, parts -> {
                    parts.computeIfPresent(
                            "protocol", (name, protocol) -> inMap(protocol, Completion::allFoldsOfAColumn));
                    parts.merge("head", published.head(), (given, standard) -> Overlay.merge(List.of(standard, given)));
                    return parts;
                }));
        map.computeIfPresent(PluginSection.NAME, (key, plugins) -> PluginSection.writtenOut(plugins));
        return with(root, map);
    }

    /** Without pretraining's tasks of other types. */
    static ConfigNode withTasksOf(ConfigNode root, List<String> types) {
        return inMap(root, map -> {
            map.computeIfPresent(
                    "pretrain",
                    (key, pretrain) -> inMap(pretrain, parts -> {
                        parts.computeIfPresent(
                                "tasks",
                                (name, given) -> inMap(given, entries -> {
                                    entries.entrySet()
                                            .removeIf(entry -> !types.contains(type(entry.getKey(), entry.getValue())));
                                    return entries;
                                }));
                        return parts;
                    }));
            return map;
        });
    }

    /** Pretraining's tasks by the user's names; none where something else stands there. */
    static Map<String, ConfigNode> tasks(ConfigNode root) {
        ConfigNode pretrain = root.map().get("pretrain");
        ConfigNode tasks = pretrain != null && pretrain.isMap() ? pretrain.map().get("tasks") : null;
        return tasks != null && tasks.isMap() ? tasks.map() : Map.of();
    }

    static String type(String name, ConfigNode task) {
        ConfigNode type = task.isMap() ? task.map().get("type") : null;
        return type == null ? name : String.valueOf(type.value());
    }

    private static Map<String, ConfigNode> allFoldsOfAColumn(Map<String, ConfigNode> protocol) {
        ConfigNode column = protocol.get("column");
        ConfigNode type = protocol.get("type");
        boolean all = column != null && column.value() != null || type != null && "matbench".equals(type.value());
        if (all) {
            ConfigNode cause = column == null ? type : column;
            protocol.putIfAbsent("folds", new ConfigNode(List.of(), cause.keyPath(), cause.file(), cause.line()));
        }
        return protocol;
    }

    /** Who only switches off means the standard tasks without these. */
    private static boolean onlyOff(ConfigNode tasks) {
        return tasks.isMap()
                && !tasks.map().isEmpty()
                && tasks.map().values().stream().allMatch(task -> Boolean.FALSE.equals(task.value()));
    }

    private static ConfigNode withoutOff(ConfigNode tasks) {
        return inMap(tasks, entries -> {
            entries.values().removeIf(entry -> Boolean.FALSE.equals(entry.value()));
            return entries;
        });
    }

    private static ConfigNode inMap(ConfigNode node, UnaryOperator<Map<String, ConfigNode>> change) {
        if (node.value() == null) {
            return with(node, change.apply(new LinkedHashMap<>()));
        }
        return node.isMap() ? with(node, change.apply(new LinkedHashMap<>(node.map()))) : node;
    }

    private static String baseName(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? "run" : name.toString().replaceFirst("\\.[^.]+$", "");
    }

    private static ConfigNode with(ConfigNode node, Object value) {
        return new ConfigNode(value, node.keyPath(), node.file(), node.line());
    }
}
