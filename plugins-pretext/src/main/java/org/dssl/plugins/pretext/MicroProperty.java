package org.dssl.plugins.pretext;

import java.util.List;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;

/** What the tasks on a micro-property of atoms have in common. */
final class MicroProperty {
    static final Option ATOMS = Option.choice(
            "atoms", "masked", List.of("masked", "all"), "Ask about the masked atoms only, or about every atom");

    private MicroProperty() {}

    static boolean everyAtom(OptionValues values) {
        return values.text("atoms").equals("all");
    }
}
