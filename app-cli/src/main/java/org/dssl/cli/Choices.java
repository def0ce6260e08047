package org.dssl.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;

/** Constants of an enum as users write them: ALL_IMAGES is all-images. */
final class Choices {
    private Choices() {}

    static <E extends Enum<E>> E of(String option, Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(text)) {
                return constant;
            }
        }
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(Choices::name)
                .sorted()
                .toList();
        String near = Suggestions.didYouMean(text, names).strip();
        throw new InvalidInputException(
                option, ("must be one of " + String.join(", ", names) + ", not \"" + text + "\". " + near).strip());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
