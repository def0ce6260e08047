package org.dssl.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dssl.app.plugins.PluginSettings;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.Option.Type;

/** The section {@code plugins}. It is read before the others: which keys they have depends on the tasks found. */
final class PluginSection {
    static final String NAME = "plugins";
    static final String PATH = "path";

    private PluginSection() {}

    static Section schema() {
        return new Section(
                NAME,
                Section.Form.OPTIONAL,
                "Pretext tasks from JARs, beside the built-in ones; off loads no JAR.",
                null,
                Set.of(),
                List.of(
                        Option.list(
                                PATH,
                                Type.TEXTS,
                                null,
                                List.of(),
                                "JARs and folders of JARs, relative to the YAML file; left out, plugins/ of the working"
                                        + " directory, if it is there; --plugin-path replaces either"),
                        Option.list(
                                "allow",
                                Type.TEXTS,
                                null,
                                List.of(),
                                "SHA-256 of the JARs that may load, as dssl plugins shows them; left out, any")),
                List.of());
    }

    /** {@code plugins: off} written out: an empty path. */
    static ConfigNode writtenOut(ConfigNode given) {
        return Boolean.FALSE.equals(given.value()) ? with(given, Map.of(PATH, with(given, List.of()))) : given;
    }

    /** @throws org.dssl.domain.problem.InvalidInputException with every mistake in the section */
    static PluginSettings settings(ConfigNode root) {
        ConfigNode given = root.map().get(NAME);
        if (given == null) {
            return PluginSettings.STANDARD;
        }
        Problems problems = new Problems();
        SectionValues values = new SectionCheck(problems, (section, kind) -> "").check(schema(), given);
        Set<String> allowed = new HashSet<>();
        for (String sha256 : texts(values, "allow").orElse(List.of())) {
            if (!sha256.matches("[0-9a-fA-F]{64}")) {
                problems.add(
                        values.at("allow"),
                        "\"" + sha256
                                + "\" is no SHA-256, which has 64 digits 0-9, a-f. dssl plugins shows that of each"
                                + " JAR.");
            }
            allowed.add(sha256.toLowerCase(Locale.ROOT));
        }
        problems.throwIfAny();
        return new PluginSettings(
                // Of a path that is not there InputPaths tells, with the line.
                texts(values, PATH).map(paths -> paths.stream()
                        .map(Path::of)
                        .filter(Files::exists)
                        .toList()),
                values.options().isSet("allow") ? Optional.of(allowed) : Optional.empty(),
                given.place());
    }

    private static Optional<List<String>> texts(SectionValues values, String key) {
        return values.options().isSet(key) ? Optional.of(values.options().texts(key)) : Optional.empty();
    }

    private static ConfigNode with(ConfigNode node, Object value) {
        return new ConfigNode(value, node.keyPath(), node.file(), node.line());
    }
}
