package org.dssl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dssl.app.config.Explanation;
import org.dssl.app.plugins.Origin;
import org.dssl.app.plugins.PluginDiscovery.Found;
import org.dssl.domain.problem.Problem;
import org.dssl.ports.config.Option;
import org.dssl.ports.spi.PretextTaskProvider;

/** The pretext tasks that there are, for people and for scripts. */
final class PluginList {
    private final Found found;

    PluginList(Found found) {
        this.found = found;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int width = found.tasks().ids().stream().mapToInt(String::length).max().orElse(0);
        String indent = " ".repeat(width + 4);
        for (PretextTaskProvider task : found.tasks().all()) {
            Origin origin = found.tasks().origin(task.id());
            text.append(String.format(" %-" + width + "s   %s%n", task.id(), task.description()));
            text.append(indent)
                    .append("version ")
                    .append(task.spiVersion())
                    .append(", ")
                    .append(origin.file())
                    .append(System.lineSeparator());
            origin.sha256()
                    .ifPresent(sha ->
                            text.append(indent).append("SHA-256 ").append(sha).append(System.lineSeparator()));
            if (!task.options().isEmpty()) {
                text.append(indent).append(options(task)).append(System.lineSeparator());
            }
        }
        if (!found.problems().isEmpty()) {
            text.append(System.lineSeparator()).append(" Broken, and left out:").append(System.lineSeparator());
            found.problems().forEach(problem -> text.append(' ').append(problem).append(System.lineSeparator()));
        }
        return text.toString();
    }

    private static String options(PretextTaskProvider task) {
        return task.options().stream()
                .map(option -> option.name() + " " + Explanation.defaultOf(option))
                .collect(Collectors.joining(", "));
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tasks", found.tasks().all().stream().map(this::tree).toList());
        tree.put("broken", found.problems().stream().map(PluginList::tree).toList());
        return tree;
    }

    private Map<String, Object> tree(PretextTaskProvider task) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", task.id());
        tree.put("description", task.description());
        tree.put("spi_version", task.spiVersion());
        tree.putAll(found.tasks().origin(task.id()).facts());
        List<Object> options = new ArrayList<>();
        for (Option option : task.options()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("name", option.name());
            facts.put("default", option.defaultValue());
            facts.put("unit", option.unit());
            facts.put("description", option.description());
            options.add(facts);
        }
        tree.put("options", options);
        return tree;
    }

    private static Map<String, Object> tree(Problem problem) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("place", problem.place());
        tree.put("message", problem.message());
        return tree;
    }
}
