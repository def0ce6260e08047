package org.dssl.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.ConfigReader;

/**
 * Shipped YAML fragments. Below {@code if-present} a fragment holds what it says only of parts that the configuration
 * has anyway: {@code pretrain} and {@code finetune}, and below {@code pretrain.tasks}, by type, of tasks.
 */
public final class Presets {
    public static final List<String> NAMES = List.of(
            "alignn",
            "alignn-as",
            "cgcnn",
            "cin-barlow",
            "ct-barlow",
            "ct-simsiam",
            "deeper-gatgnn",
            "dssl",
            "dssl-as",
            "dssl-ve",
            "gatgnn",
            "gin",
            "megnet",
            "ogcnn",
            "paper");

    /** Settings around a network: with another preset it leaves that one its own. */
    private static final String PAPER = "paper";

    private static final String ENCODER = "encoder";
    private static final String DROPOUT = "dropout";
    private static final String WEIGHT = "weight";

    private static final String KEY = "preset";
    private static final String IF_PRESENT = "if-present";
    private static final String FILE = "preset ";

    private final ConfigReader reader;

    Presets(ConfigReader reader) {
        this.reader = reader;
    }

    /** Whether a value comes from a preset, not from the user. */
    static boolean holds(ConfigNode node) {
        return node.file().startsWith(FILE) && NAMES.contains(node.file().substring(FILE.length()));
    }

    /** All layers with the presets that they name below them, merged. */
    ConfigNode merge(List<ConfigNode> layers) {
        List<ConfigNode> fragments = fragments(named(layers));
        List<ConfigNode> own = layers.stream().map(layer -> without(layer, KEY)).toList();
        List<ConfigNode> all = new ArrayList<>(
                fragments.stream().map(f -> without(f, IF_PRESENT)).toList());
        all.addAll(own);
        ConfigNode present = Overlay.merge(all);
        List<ConfigNode> complete = new ArrayList<>();
        for (ConfigNode fragment : fragments) {
            complete.add(without(fragment, IF_PRESENT));
            complete.add(restricted(fragment, present));
        }
        complete.addAll(own);
        return Overlay.merge(complete);
    }

    /** The paper's network gives way to that of another preset. */
    private List<ConfigNode> fragments(List<String> names) {
        List<ConfigNode> all = names.stream().map(this::fragment).toList();
        boolean otherNetwork = all.stream()
                .anyMatch(f -> !f.file().equals(FILE + PAPER) && f.map().containsKey(ENCODER));
        return all.stream()
                .map(f -> otherNetwork && f.file().equals(FILE + PAPER) ? withoutNetwork(f) : f)
                .toList();
    }

    /** Dropout too is a matter of the network: some have none. */
    private static ConfigNode withoutNetwork(ConfigNode paper) {
        Map<String, ConfigNode> map =
                new LinkedHashMap<>(without(paper, ENCODER).map());
        map.computeIfPresent(IF_PRESENT, (key, parts) -> {
            Map<String, ConfigNode> sections = new LinkedHashMap<>(parts.map());
            sections.replaceAll((name, section) -> without(section, DROPOUT));
            return new ConfigNode(sections, parts.keyPath(), parts.file(), parts.line());
        });
        return new ConfigNode(map, paper.keyPath(), paper.file(), paper.line());
    }

    ConfigNode fragment(String name) {
        return reader.parse(text(name), FILE + name);
    }

    /** What the preset is and its source, from the comments that it begins with, and its YAML. */
    public static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    private static String text(String name) {
        try (InputStream in = Presets.class.getResourceAsStream("/presets/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names under {@code preset} of the last layer that has the key. */
    private static List<String> named(List<ConfigNode> layers) {
        List<ConfigNode> names = List.of();
        for (ConfigNode layer : layers) {
            ConfigNode given = layer.map().get(KEY);
            if (given != null && given.value() != null) {
                names = given.isList() ? given.list() : List.of(given);
            }
        }
        Problems problems = new Problems();
        for (ConfigNode name : names) {
            String text = String.valueOf(name.value());
            if (!NAMES.contains(text)) {
                String known = "Known: " + String.join(", ", NAMES) + ".";
                problems.add(name, "no such preset. " + Suggestions.didYouMean(text, NAMES) + known);
            }
        }
        problems.throwIfAny();
        return names.stream().map(name -> name.value().toString()).toList();
    }

    private static ConfigNode restricted(ConfigNode fragment, ConfigNode present) {
        ConfigNode conditional = fragment.map().get(IF_PRESENT);
        Map<String, ConfigNode> kept = new LinkedHashMap<>();
        if (conditional != null) {
            conditional.map().forEach((name, section) -> {
                ConfigNode there = present.map().get(name);
                if (there != null) {
                    kept.put(name, tasksByName(section, there));
                }
            });
        }
        return new ConfigNode(kept, "", fragment.file(), 0);
    }

    /** Settings by type become settings by the names that the configuration has for tasks of that type. */
    private static ConfigNode tasksByName(ConfigNode section, ConfigNode there) {
        ConfigNode byType = section.map().get("tasks");
        if (byType == null) {
            return section;
        }
        Map<String, ConfigNode> byName = new LinkedHashMap<>();
        ConfigNode tasks = there.isMap() ? there.map().get("tasks") : null;
        if (tasks != null && tasks.isMap()) {
            tasks.map().forEach((name, task) -> {
                ConfigNode type = task.isMap() ? task.map().get("type") : null;
                ConfigNode settings = byType.map().get(type == null ? name : String.valueOf(type.value()));
                if (settings != null && !Boolean.FALSE.equals(task.value())) {
                    byName.put(name, open(settings, task));
                }
            });
        }
        Map<String, ConfigNode> all = new LinkedHashMap<>(section.map());
        all.put("tasks", new ConfigNode(byName, byType.keyPath(), byType.file(), byType.line()));
        return new ConfigNode(all, section.keyPath(), section.file(), section.line());
    }

    /** What another preset says of its task stays, but for the weight. */
    private static ConfigNode open(ConfigNode settings, ConfigNode task) {
        ConfigNode open = settings;
        if (task.isMap()) {
            for (String key : task.map().keySet()) {
                open = key.equals(WEIGHT) ? open : without(open, key);
            }
        }
        return open;
    }

    private static ConfigNode without(ConfigNode node, String key) {
        Map<String, ConfigNode> map = new LinkedHashMap<>(node.map());
        map.remove(key);
        return new ConfigNode(map, node.keyPath(), node.file(), node.line());
    }
}
