package org.dssl.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Enums as YAML has them: {@code leaky-relu} is {@code LEAKY_RELU}. */
final class Choices {
    private Choices() {}

    static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Choices::name).toList();
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none; the schema allows no other names */
    static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
