package org.dssl.app.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.Option;
import org.dssl.ports.spi.PretextTaskProvider;

/** Makes the paths of inputs absolute: those of a file are relative to it, those of --set to the working directory. */
final class InputPaths {
    private static final Map<List<String>, String> KEYS = Map.of(
            List.of("encoder", "pretrained"), "a run folder",
            List.of("pretrain", "data", "source"), "a file or a folder of crystals, or builtin:NAME",
            List.of("pretrain", "data", "structures"), "a folder of structure files",
            List.of("finetune", "data", "source"), "a file or a folder of crystals, or builtin:NAME",
            List.of("finetune", "data", "structures"), "a folder of structure files",
            List.of("finetune", "protocol", "ids"), "a JSON file as Matbench's, or a table with columns id and fold",
            List.of(PluginSection.NAME, PluginSection.PATH), "a JAR, or a folder of JARs");

    private final Path folder;
    private final boolean mustExist;
    private final Problems problems;

    InputPaths(Path folder, boolean mustExist, Problems problems) {
        this.folder = folder;
        this.mustExist = mustExist;
        this.problems = problems;
    }

    ConfigNode resolved(ConfigNode root) {
        ConfigNode result = root;
        for (Map.Entry<List<String>, String> key : KEYS.entrySet()) {
            result = at(result, key.getKey(), key.getValue());
        }
        return result;
    }

    /** The files that tasks ask for. */
    ConfigNode ofTasks(ConfigNode root, PretextTasks tasks) {
        ConfigNode result = root;
        for (Map.Entry<String, ConfigNode> entry : Completion.tasks(root).entrySet()) {
            String type = Completion.type(entry.getKey(), entry.getValue());
            List<Option> options =
                    tasks.find(type).map(PretextTaskProvider::options).orElse(List.of());
            for (Option option : options) {
                if (option.type() == Option.Type.PATH) {
                    result = at(result, List.of("pretrain", "tasks", entry.getKey(), option.name()), "a file");
                }
            }
        }
        return result;
    }

    private ConfigNode at(ConfigNode node, List<String> keys, String what) {
        if (keys.isEmpty()) {
            if (node.isList()) {
                List<ConfigNode> items =
                        node.list().stream().map(item -> at(item, keys, what)).toList();
                return new ConfigNode(items, node.keyPath(), node.file(), node.line());
            }
            return node.value() instanceof String ? absolute(node, what) : node;
        }
        if (!node.isMap() || !node.map().containsKey(keys.get(0))) {
            return node;
        }
        Map<String, ConfigNode> map = new LinkedHashMap<>(node.map());
        map.computeIfPresent(keys.get(0), (key, value) -> at(value, keys.subList(1, keys.size()), what));
        return new ConfigNode(map, node.keyPath(), node.file(), node.line());
    }

    private ConfigNode absolute(ConfigNode node, String what) {
        String given = (String) node.value();
        if (given.startsWith(Schema.BUILTIN)) {
            return node;
        }
        try {
            Path base = node.line() > 0 ? folder : Path.of("");
            Path path = base.resolve(given).toAbsolutePath().normalize();
            if (mustExist && !Files.exists(path)) {
                problems.add(
                        node,
                        "there is no " + given + " in " + base.toAbsolutePath().normalize() + ". Give " + what + ".");
            }
            return new ConfigNode(path.toString(), node.keyPath(), node.file(), node.line());
        } catch (InvalidPathException e) {
            problems.add(node, "\"" + given + "\" is not a path: " + e.getReason() + ".");
            return node;
        }
    }
}
