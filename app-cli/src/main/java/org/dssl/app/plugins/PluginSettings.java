package org.dssl.app.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which JARs may bring pretext tasks, beside what the class path declares.
 *
 * @param path JARs, and folders of JARs; empty: {@code plugins/} of the working directory, if it is there
 * @param allowed SHA-256 of the JARs that may load, 64 lower-case digits each; empty: any
 * @param place for messages
 */
public record PluginSettings(Optional<List<Path>> path, Optional<Set<String>> allowed, String place) {
    public static final PluginSettings STANDARD = new PluginSettings(Optional.empty(), Optional.empty(), "plugins");

    public static final PluginSettings NO_JARS =
            new PluginSettings(Optional.of(List.of()), Optional.empty(), "plugins");

    /** Any JAR of this path. */
    public static PluginSettings at(List<Path> path) {
        return new PluginSettings(Optional.of(List.copyOf(path)), Optional.empty(), "plugins");
    }

    boolean wantsJars() {
        return path.map(files -> !files.isEmpty()).orElse(false) || allowed.isPresent();
    }
}
