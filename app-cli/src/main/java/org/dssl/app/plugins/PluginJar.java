package org.dssl.app.plugins;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.ports.spi.PretextTaskProvider;

/** A file that should be a JAR with a service file. Every way in which it is not has its own message. */
final class PluginJar {
    private static final String SERVICES = "META-INF/services/" + PretextTaskProvider.class.getName();

    private final Path file;
    private final String sha256;
    private final ClassLoader parent;

    PluginJar(Path file, String sha256, ClassLoader parent) {
        this.file = file;
        this.sha256 = sha256;
        this.parent = parent;
    }

    /**
     * The providers that can be made; what is wrong with the others is added to the problems.
     *
     * @throws InvalidInputException if the file as a whole cannot be used
     */
    List<Plugin> plugins(List<Problem> problems) {
        List<String> declared = declared();
        // Stays open as long as its classes are used.
        @SuppressWarnings("resource")
        URLClassLoader loader = new URLClassLoader(file.getFileName().toString(), new URL[] {url()}, parent);
        List<Plugin> plugins = new ArrayList<>();
        for (String name : declared) {
            try {
                Origin origin = new Origin(name, file.toString(), Optional.of(sha256));
                plugins.add(new Plugin(new ProviderFactory(origin, SERVICES).make(loader), origin));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        return plugins;
    }

    private List<String> declared() {
        try (JarFile jar = new JarFile(file.toFile())) {
            requireSelfContained(jar);
            ZipEntry services = jar.getEntry(SERVICES);
            if (services == null) {
                throw wrong(
                        "is no plugin: it has no " + SERVICES + ". Add this file, with the provider's class on a line;"
                                + " a library belongs into the JAR of the plugin that uses it.");
            }
            List<String> names = new ArrayList<>();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(jar.getInputStream(services), StandardCharsets.UTF_8))) {
                lines.lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty() && !names.contains(line))
                        .forEach(names::add);
            }
            if (names.isEmpty()) {
                throw wrong("names no class in " + SERVICES + ". Write the provider's class on a line.");
            }
            return names;
        } catch (IOException e) {
            throw wrong("cannot be read as a JAR: " + e.getMessage() + ". Build or copy it again, or remove it.");
        }
    }

    /** What a manifest adds to the class path would run unseen by SHA-256 and {@code plugins.allow}. */
    private void requireSelfContained(JarFile jar) throws IOException {
        String others = jar.getManifest() == null
                ? null
                : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        if (others != null) {
            throw wrong("names other files in its manifest, Class-Path: " + others
                    + ". Pack what it needs into this one JAR, and leave Class-Path out.");
        }
    }

    private URL url() {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError("every path has a URL", e);
        }
    }

    private InvalidInputException wrong(String message) {
        return new InvalidInputException(file.toString(), message);
    }
}
