package org.dssl.app.plugins;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;

/**
 * Searches the class path and JARs for pretext tasks. Each JAR has a class loader of its own below {@link SharedClasses};
 * code of a JAR runs only after its SHA-256 was allowed.
 */
public final class PluginDiscovery implements TaskSource {
    static final Path STANDARD_FOLDER = Path.of("plugins");

    private final ClassLoader loader;
    private final Path standardFolder;

    /** @param loader of dssl, and of the plugins on the class path */
    public PluginDiscovery(ClassLoader loader) {
        this(loader, STANDARD_FOLDER);
    }

    PluginDiscovery(ClassLoader loader, Path standardFolder) {
        this.loader = loader;
        this.standardFolder = standardFolder;
    }

    /** What works, and what is wrong with the rest. */
    public record Found(PretextTasks tasks, List<Problem> problems) {
        public PretextTasks orThrow() {
            if (!problems.isEmpty()) {
                throw new InvalidInputException(problems);
            }
            return tasks;
        }
    }

    @Override
    public PretextTasks tasks(PluginSettings settings) {
        return found(settings).orThrow();
    }

    public Found found(PluginSettings settings) {
        List<Problem> problems = new ArrayList<>();
        List<Plugin> plugins = new ArrayList<>(ClassPathPlugins.of(loader, problems));
        ClassLoader shared = new SharedClasses(PluginDiscovery.class.getClassLoader());
        for (Path file : PluginFiles.of(settings, standardFolder, problems)) {
            try {
                String sha256 = Sha256.of(file);
                requireAllowed(file, sha256, settings);
                plugins.addAll(new PluginJar(file, sha256, shared).plugins(problems));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            } catch (UncheckedIOException e) {
                problems.add(new Problem(
                        file.toString(),
                        "cannot be read: " + e.getCause().getMessage() + ". Remove it, or make it readable."));
            }
        }
        PretextTasks tasks = new PretextTasks(plugins, problems);
        return new Found(tasks, List.copyOf(problems));
    }

    private static void requireAllowed(Path file, String sha256, PluginSettings settings) {
        Set<String> allowed = settings.allowed().orElse(Set.of(sha256));
        if (!allowed.contains(sha256)) {
            throw new InvalidInputException(
                    file.toString(),
                    "is not among plugins.allow. If you trust it, add its SHA-256 there: " + sha256
                            + ". Otherwise remove the file.");
        }
    }
}
