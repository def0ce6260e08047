package org.dssl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.config.Presets;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "presets",
        header = "List the shipped settings that preset: NAME stands for",
        description = {
            "%nThe rows of the paper's Tables 2, 3 and 5, each with its source. paper combines with each: preset: [gatgnn,"
                    + " paper]. With a name, prints its YAML."
        },
        footer = {"  dssl presets", "  dssl presets ct-barlow", "  dssl presets --json"})
final class PresetsCommand extends DsslCommand {
    private static final String SOURCE = "# Source: ";

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A preset, to see its settings.")
    private String name;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    PresetsCommand(Context context) {
        this.context = context;
    }

    /** @param source the publication */
    private record Entry(String name, String what, String source) {
        static Entry of(String name) {
            List<String> lines = Presets.lines(name);
            return new Entry(name, lines.get(0).substring(2), lines.get(1).substring(SOURCE.length()));
        }
    }

    @Override
    public Integer call() {
        context.console().out().println(name == null ? all() : one());
        context.console().out().flush();
        return ExitCode.OK.code();
    }

    private String one() {
        if (!Presets.NAMES.contains(name)) {
            throw new InvalidInputException(
                    name,
                    "no such preset. " + Suggestions.didYouMean(name, Presets.NAMES) + "Known: "
                            + String.join(", ", Presets.NAMES) + ".");
        }
        return String.join(System.lineSeparator(), Presets.lines(name));
    }

    private String all() {
        List<Entry> entries = Presets.NAMES.stream().map(Entry::of).toList();
        if (json) {
            List<Map<String, Object>> tree = new ArrayList<>();
            for (Entry entry : entries) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("name", entry.name());
                facts.put("what", entry.what());
                facts.put("source", entry.source());
                tree.add(facts);
            }
            return context.formats().get().json(tree).strip();
        }
        int width = Presets.NAMES.stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            lines.add(String.format(" %-" + width + "s   %s", entry.name(), entry.what()));
            lines.add(" ".repeat(width + 4) + entry.source());
        }
        return String.join(System.lineSeparator(), lines);
    }
}
