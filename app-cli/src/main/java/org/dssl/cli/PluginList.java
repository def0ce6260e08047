package org.dssl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** @param columns of the terminal */
    String text(int columns) {
        List<String> lines = new ArrayList<>();
        int width = found.tasks().ids().stream().mapToInt(String::length).max().orElse(0);
        String indent = " ".repeat(width + 4);
        for (PretextTaskProvider task : found.tasks().all()) {
            Origin origin = found.tasks().origin(task.id());
            lines.add(String.format(" %-" + width + "s   %s", task.id(), task.description()));
            lines.add(indent + "SPI version " + task.spiVersion() + ", " + origin.file());
            origin.sha256().ifPresent(sha256 -> lines.add(indent + "SHA-256 " + sha256));
            options(task, columns - indent.length()).forEach(line -> lines.add(indent + line));
        }
        if (!found.problems().isEmpty()) {
            lines.add("");
            lines.add(" Broken, and left out:");
            found.problems().forEach(problem -> lines.add(" " + problem));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** {@code ratio 0.15, unit class}, in lines of at most so many characters where one option is not longer. */
    private static List<String> options(PretextTaskProvider task, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (Option option : task.options()) {
            String next = option.name() + " " + Explanation.defaultOf(option);
            if (!line.isEmpty() && line.length() + next.length() + 3 > width) {
                lines.add(line + ",");
                line = next;
            } else {
                line += line.isEmpty() ? next : ", " + next;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
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
