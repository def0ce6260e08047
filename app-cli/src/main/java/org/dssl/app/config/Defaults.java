package org.dssl.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dssl.ports.config.Option;

/** Defaults in words; in a section of several types each type has its own. */
final class Defaults {
    private Defaults() {}

    /** {@code 64: deeper-gatgnn, cgcnn; 256: alignn}, or just the value where no type says otherwise. */
    static String inWords(Section section, Option option) {
        Map<String, List<String>> typesOf = byValue(section, option);
        return typesOf.isEmpty()
                ? standard(option)
                : typesOf.entrySet().stream()
                        .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()))
                        .collect(Collectors.joining("; "));
    }

    /** For a column of a table. */
    static String shortly(Section section, Option option) {
        return byValue(section, option).isEmpty() ? standard(option) : "by type";
    }

    /** {@code width 64, layers 3}. */
    static String ofKind(Section kind) {
        return kind.options().stream()
                .map(option -> option.name() + " " + standard(option))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, List<String>> byValue(Section section, Option option) {
        Map<String, List<String>> types = new LinkedHashMap<>();
        if (section.form() == Section.Form.TYPED) {
            for (Section kind : section.sections()) {
                kind.option(option.name()).ifPresent(own -> types.computeIfAbsent(standard(own), v -> new ArrayList<>())
                        .add(kind.name()));
            }
        }
        return types;
    }

    static String standard(Option option) {
        Object value = option.defaultValue();
        String unit = option.unit().isEmpty() || value == null ? "" : " " + option.unit();
        return value == null || "".equals(value) ? "—" : Wording.value(value) + unit;
    }
}
