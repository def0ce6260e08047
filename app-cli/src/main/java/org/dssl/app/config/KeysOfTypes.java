package org.dssl.app.config;

import java.util.List;
import java.util.Map;
import org.dssl.ports.config.OptionValues;

/** Which keys only some types of a section use, or some other choice in it. Given with another they are a mistake. */
final class KeysOfTypes {
    private static final Map<String, Map<String, List<String>>> TYPES = Map.of(
            "schedule",
            Map.of(
                    "warm-up", List.of("one-cycle", "cosine"),
                    "minimum", List.of("cosine", "plateau"),
                    "factor", List.of("plateau"),
                    "patience", List.of("plateau"),
                    "threshold", List.of("plateau")),
            "protocol",
            Map.of(
                    "folds", List.of("k-fold", "matbench", "grouped"),
                    "ids", List.of("matbench"),
                    "task", List.of("matbench"),
                    "by", List.of("grouped"),
                    "column", List.of("k-fold"),
                    "repeats", List.of("holdout"),
                    "train", List.of("holdout"),
                    "validation", List.of("holdout")));

    private KeysOfTypes() {}

    /** The types that use a key of a section; empty if all do. */
    static List<String> using(String section, String key) {
        return TYPES.getOrDefault(section, Map.of()).getOrDefault(key, List.of());
    }

    static boolean unused(String section, String key, OptionValues values) {
        if (section.equals("graph") && key.equals(Features.ELEMENTS)) {
            return !Features.withElement(values);
        }
        List<String> types = using(section, key);
        return !types.isEmpty() && !types.contains(values.text("type"));
    }
}
