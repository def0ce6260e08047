package org.dssl.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dssl.app.plugins.PluginSettings;
import picocli.CommandLine.Option;

/** The option of every command that knows the pretext tasks. */
final class PluginPath {
    @Option(
            names = "--plugin-path",
            paramLabel = "DIR|JAR[:...]",
            description = "JARs with pretext tasks, or folders of them, instead of plugins.path or the folder plugins.")
    private String path;

    /** The settings of a run, with this one last: it wins. */
    List<String> with(List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        if (path != null) {
            all.add("plugins.path="
                    + files().stream().map(YamlText::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
        return all;
    }

    /** For a command without a YAML file. */
    PluginSettings settings() {
        return path == null
                ? PluginSettings.STANDARD
                : PluginSettings.at(files().stream().map(Path::of).toList());
    }

    private List<String> files() {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(file -> !file.isEmpty())
                .toList();
    }
}
