package org.dssl.plugins.pretext;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.augment.View;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Augmentation;
import org.dssl.ports.spi.ViewRequest;

/** The masked crystal that several tasks share: with equal options they ask for one view, encoded once. */
final class MaskedView {
    private MaskedView() {}

    static List<Option> options(Option... more) {
        List<Option> options = new ArrayList<>(List.of(
                Option.number("ratio", 0.15, 0, 1, "", "Share of the units (see unit) whose element is hidden"),
                Option.choice(
                        "unit",
                        "class",
                        List.of("atom", "class"),
                        "Mask single atoms, or whole classes of equivalent atoms, so that no equivalent neighbour shows"
                                + " the answer"),
                Option.choice(
                        "count",
                        "round",
                        List.of("round", "floor"),
                        "How many: round is max(1, round(ratio·n)); floor is ⌊ratio·n + 1⌋, the released code's")));
        options.addAll(List.of(more));
        return options;
    }

    static Augmentation augmentation(OptionValues values) {
        Augmentation.Unit unit = values.text("unit").equals("class") ? Augmentation.Unit.CLASS : Augmentation.Unit.ATOM;
        return new Augmentation.Mask(
                values.number("ratio"), unit, values.text("count").equals("floor"));
    }

    static ViewRequest request(OptionValues values) {
        return ViewRequest.of(0, augmentation(values));
    }

    /** Whether an atom is asked about: masked, or every atom if the task says so. */
    static boolean asks(View view, int atom, boolean everyAtom) {
        return everyAtom || view.masked()[atom];
    }
}
