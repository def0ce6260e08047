package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.app.wiring.Dssl;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of a plugin as a stranger has it: built by Maven outside this project against installed artifacts, its contract
 * test included, dropped into a folder, and trained on both backends.
 */
class StrangersPluginIT {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Path ROOT = Path.of(System.getProperty("dssl.root", ".."));

    private static final String YAML =
            """
            encoder: { width: 8, layers: 2 }
            plugins: { path: plugins }
            pretrain:
              data: { source: "builtin:unlabelled-small", limit: 60 }
              epochs: 4
              batch: 60
              validation: 0
              tasks: { mask: { weight: 0.1 }, holohedry: {} }
            compute: { threads: 2, backend: %s }
            """;

    @TempDir
    Path folder;

    @Test
    void isBuiltOutsideDroppedIntoAFolderAndTrainsOnBothBackends() throws Exception {
        Path jar = build();
        Files.copy(jar, Files.createDirectory(folder.resolve("plugins")).resolve("holohedry.jar"));
        List<Double> reference = losses("reference");
        List<Double> tensorFlow = losses("tensorflow");
        assertEquals(4, reference.size(), "an epoch is one step");
        assertTrue(reference.get(3) < reference.get(0), "learns: " + reference);
        for (int step = 0; step < 4; step++) {
            assertEquals(reference.get(step), tensorFlow.get(step), 1e-4 * reference.get(step), "step " + step);
        }
    }

    private List<Double> losses(String backend) throws IOException {
        Path yaml = Files.writeString(folder.resolve(backend + ".yaml"), YAML.formatted(backend));
        Dssl.create().experiment(yaml, "output=" + folder.resolve(backend)).run(ProgressListener.SILENT);
        try (RunFolder run = new FileRunFolders().read(folder.resolve(backend))) {
            return run.journal().stream()
                    .filter(entry -> entry.metric().equals("loss/holohedry"))
                    .map(JournalEntry::value)
                    .toList();
        }
    }

    private Path build() throws IOException, InterruptedException, URISyntaxException {
        Path project = folder.resolve("plugin");
        copy(ROOT.resolve("examples/plugin-crystal-system"), project);
        Process maven = new ProcessBuilder(
                        ROOT.resolve("mvnw").toAbsolutePath().toString(),
                        "-q",
                        "-B",
                        "-o",
                        "package",
                        "-Dmaven.repo.local=" + installed(),
                        "-Dmaven.repo.local.tail=" + downloaded())
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("maven.log").toFile())
                .start();
        assertTrue(maven.waitFor(5, TimeUnit.MINUTES), "Maven does not end");
        assertEquals(0, maven.exitValue(), () -> log());
        try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
            assertTrue(reports.anyMatch(r -> r.getFileName().toString().contains("Contract")), "the contract ran");
        }
        return project.resolve("target/plugin-crystal-system-1.0.jar");
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("maven.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path relative = from.relativize(file);
                if (!relative.startsWith("target") && Files.isRegularFile(file)) {
                    Files.createDirectories(to.resolve(relative).getParent());
                    Files.copy(file, to.resolve(relative));
                }
            }
        }
    }

    /** A repository with what {@code mvn install} would put there. */
    private Path installed() throws IOException {
        install("dssl-parent", ROOT.resolve("pom.xml"));
        for (String module : List.of("domain", "ports", "plugins-pretext", "app-cli")) {
            install(module, ROOT.resolve(module).resolve("pom.xml"), "");
        }
        install("domain", ROOT.resolve("domain/pom.xml"), "-tests");
        install("pretext-testkit", ROOT.resolve("plugins-pretext/testkit/pom.xml"), "");
        return folder.resolve("repository");
    }

    private void install(String artifact, Path pom, String... classifiers) throws IOException {
        Path place = folder.resolve("repository/org/dssl").resolve(artifact).resolve(VERSION);
        Files.createDirectories(place);
        String name = artifact + "-" + VERSION;
        if (Files.notExists(place.resolve(name + ".pom"))) {
            Files.copy(pom, place.resolve(name + ".pom"));
        }
        for (String classifier : classifiers) {
            String jar = name + classifier + ".jar";
            Files.copy(pom.resolveSibling("target").resolve(jar), place.resolve(jar));
        }
    }

    /** The repository that this build reads: where its own JUnit lies, six folders up. */
    private static Path downloaded() throws URISyntaxException {
        Path path = Path.of(
                Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        for (int up = 0; up < 6; up++) {
            path = path.getParent();
        }
        return path;
    }
}
