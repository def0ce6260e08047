package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.app.Experiment;
import org.dssl.app.Predictor;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.it.PluginJars.Source;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with a stranger's task from a JAR. */
class PluginRunIT {
    private static final String YAML =
            """
            encoder: { width: 8, layers: 2 }
            plugins: %s
            pretrain:
              data: { source: "builtin:unlabelled-small", limit: 12 }
              epochs: 8
              batch: 12
              rate: 0.01
              head-rate: 0.01
              validation: 0
              tasks: { count: { type: atom-count, scale: 0.5 } }
            finetune:
              data: { source: "builtin:elastic-binaries", limit: 12, target: { column: K_VRH, transform: log10 } }
              protocol: { type: holdout, repeats: 1, train: 0.7, validation: 0 }
              epochs: 1
              batch: 12
            compute: { backend: reference }
            """;

    private static final String HELPER =
            "package org.example; public class Helper { static int f(int n) { return n; } }";
    private static final Source USING_HELPER =
            new Source("atom-count").withLabel("into.crystalValue(\"atoms\", Helper.f(of.crystal().atoms()));");

    @TempDir
    Path folder;

    private PluginJars jars;

    @BeforeEach
    void openFolder() throws IOException {
        jars = new PluginJars(Files.createDirectory(folder.resolve("mine")));
    }

    @Test
    void trainsAndRecordsTheJarAndPredictsWithoutIt() throws IOException {
        Path jar = jars.good("count.jar", new Source("atom-count"));
        String sha256 = PluginJars.sha256(jar);
        run("{ path: mine, allow: [" + sha256.toUpperCase(java.util.Locale.ROOT) + "] }");

        try (RunFolder run = new FileRunFolders().read(folder.resolve("run"))) {
            assertEquals(
                    Map.of(
                            "count",
                            Map.of(
                                    "type",
                                    "atom-count",
                                    "class",
                                    "org.example.Provider",
                                    "file",
                                    jar.toString(),
                                    "sha256",
                                    sha256)),
                    run.provenance().orElseThrow().get("plugins"));
            List<Double> losses = run.journal().stream()
                    .filter(entry ->
                            entry.stage().equals("pretrain") && entry.metric().contains("count"))
                    .map(JournalEntry::value)
                    .toList();
            assertTrue(losses.size() > 1 && losses.get(losses.size() - 1) < 0.9 * losses.get(0), "learns: " + losses);
            assertTrue(run.config().contains(sha256.toUpperCase(java.util.Locale.ROOT)), run.config());
        }
        Files.delete(jar);
        try (Predictor predictor = Dssl.create().predictor(folder.resolve("run"))) {
            assertEquals(1, predictor.models());
        }
    }

    @Test
    void aRunThatGoesOnWithAnotherJarSaysSo() throws IOException {
        Path jar = jars.good("count.jar", new Source("atom-count"));
        Experiment first = experiment("{ path: mine }");
        ProgressListener stopping = new Warnings() {
            @Override
            public void stageStarted(String stage) {
                first.cancel();
            }
        };
        assertThrows(CancellationException.class, () -> first.run(stopping));
        jars.good("count.jar", new Source("atom-count").withMembers("int more;"));
        Warnings warnings = new Warnings();
        experiment("{ path: mine }").run(warnings);
        assertEquals(
                List.of("pretrain.tasks.count: " + jar
                        + " has changed since this run began. --fresh starts anew with it"),
                warnings.all);
        Warnings none = new Warnings();
        experiment("{ path: mine }").run(none);
        assertEquals(List.of(), none.all);
    }

    @Test
    void aClassThatLabelsLackStopsTheRunWithItsName() throws IOException {
        Path jar = lackingHelper(USING_HELPER);
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> run("{ path: mine }"));
        assertEquals(
                "org.example.Provider (" + jar + ")  lacks the class org.example.Helper. A plugin sees the JDK,"
                        + " org.dssl.ports and org.dssl.domain: pack everything else that it uses into its JAR. This"
                        + " happened in label; --debug shows where.",
                e.getMessage());
        assertInstanceOf(NoClassDefFoundError.class, e.getCause());
    }

    @Test
    void aClassThatCreateLacksAndAnExceptionInALabelAreTheJarsToo() throws IOException {
        Path jar = lackingHelper(new Source("atom-count").withCreate("Helper.f(0);"));
        String create = assertThrows(InvalidInputException.class, () -> run("{ path: mine }"))
                .getMessage();
        assertTrue(
                create.startsWith("org.example.Provider (" + jar + ")  lacks the class org.example.Helper."), create);
        assertTrue(create.contains("in create"), create);

        jars.good("count.jar", new Source("atom-count").withLabel("throw new IllegalStateException(\"no luck\");"));
        String label = assertThrows(InvalidInputException.class, () -> run("{ path: mine }"))
                .getMessage();
        assertTrue(label.contains("throws java.lang.IllegalStateException: no luck at Provider.java:"), label);
        assertTrue(label.contains("in label"), label);
    }

    @Test
    void aTaskMayRefuseItsOptionsAtTheirPlace() throws IOException {
        jars.good(
                "count.jar",
                new Source("atom-count").withCreate("throw new IllegalArgumentException(\"scale must be odd\");"));
        assertEquals(
                "my.yaml:10  pretrain.tasks.count: scale must be odd",
                assertThrows(InvalidInputException.class, () -> run("{ path: mine }"))
                        .getMessage()
                        .replace(folder + "/", ""));
    }

    @Test
    void twoJarsMayBringTwoVersionsOfALibraryAndSeeNoResourcesOfDssl() throws IOException {
        for (int version = 1; version <= 2; version++) {
            String check = "public Provider() throws Exception { ClassLoader mine = getClass().getClassLoader();"
                    + " if (lib.Version.NUMBER.length() != " + version
                    + "|| mine.getResource(\"presets/dssl.yaml\") != null"
                    + " || java.util.Collections.list(mine.getResources(\"" + PluginJars.SERVICES + "\")).size() != 1)"
                    + " throw new IllegalStateException(lib.Version.NUMBER); }";
            Map<String, String> sources = new HashMap<>(
                    new Source("count-" + version).withMembers(check).text());
            // Not a constant, which the compiler would copy.
            sources.put(
                    "lib.Version",
                    "package lib; public class Version { public static final String NUMBER = \"v\".repeat(" + version
                            + "); }");
            jars.jar("v" + version + ".jar", jars.classes(sources), "org.example.Provider");
        }
        String problems = assertThrows(InvalidInputException.class, () -> run("{ path: mine }"))
                .getMessage();
        // Both were found, and nothing but the task's name is wrong.
        assertTrue(problems.contains("pretrain.tasks.count.type: no such task."), problems);
        assertTrue(problems.contains(", count-1, count-2, "), problems);
        assertEquals(
                1, problems.lines().filter(line -> line.contains("my.yaml")).count(), problems);
    }

    @Test
    void mistakesInTheSectionAreToldWithTheirLine() throws IOException {
        jars.good("count.jar", new Source("atom-count"));
        assertEquals(
                "my.yaml:2  plugins.allow: \"abc\" is no SHA-256, which has 64 digits 0-9, a-f. dssl plugins shows that of"
                        + " each JAR.",
                problems("{ path: mine, allow: [abc] }"));
        assertTrue(problems("{ path: mines }").startsWith("my.yaml:2  plugins.path: there is no mines in "));
        assertTrue(problems("{ path: [mine], alow: [] }").contains("plugins.alow: no such key. Did you mean allow?"));
        assertTrue(problems("{ path: mine, allow: [] }").startsWith("mine/count.jar  is not among plugins.allow."));
        assertTrue(problems("off").contains("pretrain.tasks.count.type: no such task."), problems("off"));
        Files.createDirectory(folder.resolve("empty"));
        assertEquals("empty  holds no *.jar. Give a folder that does, or a JAR.", problems("{ path: empty }"));
    }

    @Test
    void aProgramThatBringsItsTasksItselfLoadsNoJar() throws IOException {
        jars.good("count.jar", new Source("atom-count"));
        Path yaml = Files.writeString(folder.resolve("my.yaml"), String.format(YAML, "{ path: mine }"));
        assertEquals(
                "my.yaml:2  plugins  this program brings its pretext tasks itself and loads no JARs. Remove the key.",
                assertThrows(InvalidInputException.class, () -> Dssl.create(List.of())
                                .experiment(yaml))
                        .getMessage()
                        .replace(folder + "/", ""));
    }

    private Path lackingHelper(Source source) throws IOException {
        Map<String, String> sources = new HashMap<>(source.text());
        sources.put("org.example.Helper", HELPER);
        Map<String, byte[]> classes = jars.classes(sources);
        classes.remove("org/example/Helper.class");
        return jars.jar("count.jar", classes, "org.example.Provider");
    }

    private String problems(String plugins) {
        return assertThrows(InvalidInputException.class, () -> run(plugins))
                .getMessage()
                .replace(folder + "/", "");
    }

    private static class Warnings implements ProgressListener {
        final List<String> all = new ArrayList<>();

        @Override
        public void warning(String message) {
            all.add(message);
        }
    }

    private void run(String plugins) throws IOException {
        experiment(plugins).run(ProgressListener.SILENT);
    }

    private Experiment experiment(String plugins) throws IOException {
        Path yaml = Files.writeString(folder.resolve("my.yaml"), String.format(YAML, plugins));
        return Dssl.create().experiment(yaml, "output=" + folder.resolve("run"));
    }
}
