package org.dssl.app.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dssl.domain.problem.Problem;

/** The JARs that the settings mean, in order; of a folder every {@code *.jar}, by name. */
final class PluginFiles {
    private PluginFiles() {}

    static List<Path> of(PluginSettings settings, Path standardFolder, List<Problem> problems) {
        if (settings.path().isEmpty()) {
            return Files.isDirectory(standardFolder) ? jars(standardFolder) : List.of();
        }
        // The same file may be given twice, by itself and with its folder.
        Map<Path, Path> files = new LinkedHashMap<>();
        for (Path given : settings.path().get()) {
            List<Path> found = new ArrayList<>();
            if (Files.isDirectory(given)) {
                found.addAll(jars(given));
                if (found.isEmpty()) {
                    problems.add(new Problem(given.toString(), "holds no *.jar. Give a folder that does, or a JAR."));
                }
            } else if (Files.exists(given)) {
                found.add(given);
            } else {
                problems.add(new Problem(given.toString(), "is not there. Give a JAR, or a folder of JARs."));
            }
            found.forEach(file -> files.putIfAbsent(real(file), file));
        }
        return List.copyOf(files.values());
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
