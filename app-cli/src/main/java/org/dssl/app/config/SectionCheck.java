package org.dssl.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;

/** Checks nodes against a section, all the way down, and fills in defaults. Goes on after a problem, to find all. */
final class SectionCheck {
    private final Problems problems;
    private final BiFunction<Section, String, String> unknownKind;

    /** @param unknownKind what to say of an unknown type among the entries of a named section */
    SectionCheck(Problems problems, BiFunction<Section, String, String> unknownKind) {
        this.problems = problems;
        this.unknownKind = unknownKind;
    }

    /** @param node a map, or null for nothing */
    SectionValues check(Section section, ConfigNode node) {
        return check(section, section.name(), node);
    }

    private SectionValues check(Section section, String name, ConfigNode given) {
        ConfigNode node = given.isMap() ? given : new ConfigNode(Map.of(), given.keyPath(), given.file(), given.line());
        if (!given.isMap() && given.value() != null) {
            String keys = String.join(", ", section.keys());
            problems.add(
                    given, "must have keys below it (" + keys + "), not " + OptionCheck.shown(given.value()) + ".");
        }
        node.map().forEach((key, value) -> {
            if (!section.keys().contains(key)) {
                problems.add(value, unknownKey(section, key));
            }
        });
        Map<String, Object> values = new LinkedHashMap<>();
        section.options().forEach(option -> values.put(option.name(), value(section, option, node)));
        Map<String, List<SectionValues>> sections = new LinkedHashMap<>();
        for (Section part : section.sections()) {
            sections.put(part.name(), part(part, node));
        }
        return new SectionValues(name, node, new OptionValues(values), sections);
    }

    private Object value(Section section, Option option, ConfigNode node) {
        ConfigNode given = node.map().get(option.name());
        if (section.required().contains(option.name()) && (given == null || given.value() == null)) {
            String where = section.shorthand() != null && section.shorthand().equals(option.name())
                    ? "must be given: "
                    : option.name() + " must be given: ";
            problems.add(node, where + option.description() + ".");
            return option.defaultValue();
        }
        if (given == null) {
            return option.defaultValue();
        }
        try {
            return OptionCheck.value(option, given);
        } catch (OptionCheck.Wrong e) {
            problems.add(given, e.getMessage());
            return option.defaultValue();
        }
    }

    private List<SectionValues> part(Section part, ConfigNode above) {
        ConfigNode given = above.map().get(part.name());
        String path = SectionValues.join(above.keyPath(), part.name());
        ConfigNode node = given != null ? given : new ConfigNode(null, path, above.file(), above.line());
        switch (part.form()) {
            case ALWAYS:
                return List.of(check(part, node));
            case TYPED:
                return List.of(typed(part, node));
            case OPTIONAL:
                return given == null || Boolean.FALSE.equals(given.value()) ? List.of() : List.of(check(part, node));
            case ONE_OR_MORE:
                return items(part, node);
            default:
                return entries(part, node);
        }
    }

    private SectionValues typed(Section part, ConfigNode given) {
        ConfigNode type = given.isMap() ? given.map().get(Section.TYPE) : null;
        Object name = type == null ? part.option(Section.TYPE).orElseThrow().defaultValue() : type.value();
        Section section = part.typed(name);
        if (!given.isMap()) {
            return check(section, given);
        }
        Map<String, ConfigNode> kept = new LinkedHashMap<>(given.map());
        kept.keySet().removeIf(key -> ofOtherTypes(part, section, key));
        given.map().forEach((key, value) -> {
            if (!kept.containsKey(key)) {
                problems.add(value, otherTypes(part, key, String.valueOf(name)));
            }
        });
        return check(section, new ConfigNode(kept, given.keyPath(), given.file(), given.line()));
    }

    private static boolean ofOtherTypes(Section part, Section section, String key) {
        return section.option(key).isEmpty()
                && part.sections().stream().anyMatch(kind -> kind.option(key).isPresent());
    }

    private static String otherTypes(Section part, String key, String type) {
        List<String> using = part.sections().stream()
                .filter(kind -> kind.option(key).isPresent())
                .map(Section::name)
                .toList();
        return Wording.meaningless(type, using) + " " + type + " has "
                + String.join(", ", part.section(type).orElseThrow().keys()) + ".";
    }

    private List<SectionValues> items(Section part, ConfigNode node) {
        if (!node.isList()) {
            return List.of(check(part, node));
        }
        if (node.list().isEmpty()) {
            problems.add(node, "is an empty list. Give at least one entry, or remove the key.");
        }
        return node.list().stream().map(item -> check(part, item)).toList();
    }

    private List<SectionValues> entries(Section part, ConfigNode node) {
        List<SectionValues> entries = new ArrayList<>();
        if (!node.isMap()) {
            if (node.value() != null) {
                problems.add(node, "must have a key for each entry, not " + OptionCheck.shown(node.value()) + ".");
            }
            return entries;
        }
        node.map().forEach((name, entry) -> kind(part, name, entry).ifPresent(k -> entries.add(check(k, name, entry))));
        return entries;
    }

    private Optional<Section> kind(Section part, String name, ConfigNode entry) {
        ConfigNode type = entry.isMap() ? entry.map().get("type") : null;
        String kind = type == null ? name : String.valueOf(type.value());
        Optional<Section> found = part.section(kind);
        if (found.isEmpty()) {
            problems.add(type == null ? entry : type, unknownKind.apply(part, kind));
        }
        return found;
    }

    private static String unknownKey(Section section, String key) {
        return "no such key. " + Suggestions.didYouMean(key, section.keys()) + "Known here: "
                + String.join(", ", section.keys()) + ".";
    }
}
