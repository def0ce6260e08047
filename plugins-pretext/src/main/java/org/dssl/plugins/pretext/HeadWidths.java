package org.dssl.plugins.pretext;

import java.util.List;
import java.util.stream.Stream;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;

/** The hidden layers of a head, as an option. */
final class HeadWidths {
    static final Option HIDDEN = Option.list(
            "hidden",
            Option.Type.INTEGERS,
            List.of(64L),
            List.of(),
            "Widths of the layers between embeddings and output");

    private HeadWidths() {}

    static List<Integer> hidden(OptionValues values) {
        return values.integers("hidden").stream().map(Math::toIntExact).toList();
    }

    static Integer[] with(List<Integer> hidden, int outputs) {
        return Stream.concat(hidden.stream(), Stream.of(outputs)).toArray(Integer[]::new);
    }
}
