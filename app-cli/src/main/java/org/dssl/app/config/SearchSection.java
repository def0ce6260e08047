package org.dssl.app.config;

import java.util.List;
import java.util.Set;
import org.dssl.app.config.RunConfig.SearchConfig;
import org.dssl.app.config.RunConfig.SearchConfig.Range;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.Option.Type;
import org.dssl.ports.config.OptionValues;

/** The section {@code search}: what {@code dssl search} tries; a run does not read it. */
final class SearchSection {
    static final String NAME = "search";
    private static final String SPACE = "space";
    private static final double HUGE = 1e12;

    private SearchSection() {}

    static Section schema() {
        return new Section(
                NAME,
                Section.Form.OPTIONAL,
                "What dssl search tries; other commands leave it alone.",
                null,
                Set.of(),
                List.of(
                        Option.choice(
                                "method",
                                "halving",
                                List.of("halving", "random"),
                                "Many settings with few epochs and the best ones with more, or all with all epochs"),
                        Option.integer("trials", 27L, 1, 100_000, "Settings to draw"),
                        Option.integer("keep", 3L, 2, 100, "One of so many goes on to the next round: halving"),
                        Option.integer(
                                "rounds",
                                3L,
                                1,
                                10,
                                "The last has finetune.epochs, each one before it keep times fewer: halving")),
                List.of(space()));
    }

    private static Section space() {
        return new Section(
                SPACE,
                Section.Form.ONE_OR_MORE,
                "A key with what it may be: values, or a range from low to high.",
                null,
                Set.of("key"),
                List.of(
                        Option.text("key", null, "Key path, as finetune.rate"),
                        Option.list("values", Type.SCALARS, null, List.of(), "What to choose from"),
                        Option.number("low", null, -HUGE, HUGE, "", "Least value"),
                        Option.number("high", null, -HUGE, HUGE, "", "Greatest value"),
                        Option.choice(
                                "scale",
                                "linear",
                                List.of("linear", "log", "whole"),
                                "How values are drawn from low to high: evenly, evenly in their logarithm, or whole numbers")),
                List.of());
    }

    static void check(SectionValues search, Problems problems) {
        if (search.given(SPACE).isEmpty()) {
            problems.add(
                    search.at(SPACE),
                    "must be given: what to search, as { key: finetune.rate, low: 1e-4, high: 1e-2 }.");
            return;
        }
        search.all(SPACE).forEach(entry -> check(entry, entry.options(), problems));
    }

    private static void check(SectionValues entry, OptionValues options, Problems problems) {
        boolean range = options.isSet("low") && options.isSet("high");
        if (options.isSet("values") == (options.isSet("low") || options.isSet("high"))) {
            problems.add(entry.node(), "needs either values, or low and high.");
        } else if (!options.isSet("values") && !range) {
            problems.add(entry.node(), "needs both low and high.");
        } else if (range && options.number("low") >= options.number("high")) {
            problems.add(entry.at("low"), "must be less than high.");
        } else if (range && options.text("scale").equals("log") && options.number("low") <= 0) {
            problems.add(entry.at("low"), "must be positive with scale: log.");
        }
    }

    static SearchConfig map(SectionValues search) {
        OptionValues options = search.options();
        return new SearchConfig(
                options.text("method").equals("halving"),
                options.integer("trials"),
                options.integer("keep"),
                options.integer("rounds"),
                search.all(SPACE).stream().map(entry -> range(entry.options())).toList());
    }

    private static Range range(OptionValues options) {
        return new Range(
                options.text("key"),
                options.isSet("values") ? options.texts("values") : List.of(),
                options.isSet("low") ? options.number("low") : 0,
                options.isSet("high") ? options.number("high") : 0,
                options.text("scale"));
    }
}
