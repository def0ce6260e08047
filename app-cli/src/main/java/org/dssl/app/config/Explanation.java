package org.dssl.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.config.Option;

/** The schema in words: what {@code dssl explain} prints. */
public final class Explanation {
    private final Section schema;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<String, Option> options = new LinkedHashMap<>();
    private final Map<String, Section> sectionOfOption = new LinkedHashMap<>();

    public Explanation(Section schema) {
        this.schema = schema;
        collect(schema, "");
    }

    private void collect(Section section, String path) {
        for (Option option : section.all()) {
            String key = SectionValues.join(path, option.name());
            options.put(key, option);
            sectionOfOption.put(key, section);
        }
        if (section.form() == Section.Form.TYPED) {
            return;
        }
        for (Section part : section.sections()) {
            String key = SectionValues.join(path, part.name());
            sections.put(key, part);
            collect(part, key);
        }
    }

    /** Every key path of an option, in order. */
    public List<String> keys() {
        return List.copyOf(options.keySet());
    }

    /** All keys with their defaults, section by section. */
    public String all() {
        StringBuilder text = new StringBuilder();
        list(schema, "", text);
        sections.forEach((path, section) -> {
            text.append('\n')
                    .append(path)
                    .append("   ")
                    .append(section.description())
                    .append('\n');
            list(section, "  ", text);
        });
        return text.append("\ndssl explain KEY tells more of one.\n").toString();
    }

    /**
     * @param key a full path, or only its end where that is clear
     * @throws InvalidInputException if there is no such key, with the nearest
     */
    public String of(String key) {
        List<String> found = matching(key);
        if (found.isEmpty()) {
            List<String> known = new ArrayList<>(options.keySet());
            known.addAll(sections.keySet());
            List<String> names = known.stream()
                    .map(path -> path.substring(path.lastIndexOf('.') + 1))
                    .toList();
            String near = Suggestions.didYouMean(key, known);
            throw new InvalidInputException(
                    key,
                    "no such key. " + (near.isEmpty() ? Suggestions.didYouMean(key, names) : near)
                            + "dssl explain lists all.");
        }
        return found.stream().map(this::one).collect(Collectors.joining("\n"));
    }

    private List<String> matching(String key) {
        if (options.containsKey(key) || sections.containsKey(key)) {
            return List.of(key);
        }
        List<String> all = new ArrayList<>(sections.keySet());
        all.addAll(options.keySet());
        return all.stream().filter(path -> path.endsWith("." + key)).toList();
    }

    private String one(String path) {
        return options.containsKey(path) ? option(path) : section(path);
    }

    Option optionOf(String path) {
        return options.get(path);
    }

    private String option(String path) {
        Option option = options.get(path);
        Section section = sectionOfOption.get(path);
        boolean required = section.required().contains(option.name());
        String standard = required ? "must be given" : "default " + Defaults.inWords(section, option);
        return path + "\n  " + option.description() + ".\n  " + kind(option) + "\n  " + standard + '\n';
    }

    /** A default as people read it, with its unit. */
    public static String defaultOf(Option option) {
        return Defaults.standard(option);
    }

    private String section(String path) {
        Section section = sections.get(path);
        StringBuilder text = new StringBuilder(path + "\n  " + section.description() + "\n");
        if (section.shorthand() != null) {
            String name = path.substring(path.lastIndexOf('.') + 1);
            text.append("  ")
                    .append(name)
                    .append(": VALUE is short for ")
                    .append(name)
                    .append(": { ");
            text.append(section.shorthand()).append(": VALUE }\n");
        }
        list(section, "  ", text);
        if (!section.sections().isEmpty()) {
            text.append('\n');
        }
        for (Section part : section.sections()) {
            boolean kind = section.form() == Section.Form.NAMED || section.form() == Section.Form.TYPED;
            String name = kind ? part.name() : path + "." + part.name();
            text.append(String.format("  %-22s %s%n", name, part.description()));
            if (section.form() == Section.Form.TYPED) {
                text.append(String.format("  %-22s %s%n", "", Defaults.ofKind(part)));
            }
        }
        return text.toString();
    }

    private void list(Section section, String indent, StringBuilder text) {
        for (Option option : section.all()) {
            String required =
                    section.required().contains(option.name()) ? "must be given" : Defaults.shortly(section, option);
            text.append(String.format("%s%-20s %-18s %s%n", indent, option.name(), required, option.description()));
        }
    }

    private static String kind(Option option) {
        String choices = option.allowed().isEmpty() ? "" : " " + String.join(", ", option.allowed());
        String range = Wording.range(option);
        boolean unitSaid = option.unit().isEmpty() || range.contains(option.unit());
        return Wording.type(option)
                + choices
                + (range.isEmpty() ? "" : ", " + range)
                + (unitSaid ? "" : ", in " + option.unit());
    }
}
