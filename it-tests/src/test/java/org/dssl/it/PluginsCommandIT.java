package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.it.PluginJars.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dssl plugins} and its fellows as processes, in a working directory with a folder {@code plugins}. */
class PluginsCommandIT {
    @TempDir
    Path folder;

    private Path jar;
    private String sha256;

    @BeforeEach
    void putAJarIntoTheFolder() throws IOException {
        jar = new PluginJars(Files.createDirectory(folder.resolve("plugins")))
                .good("count.jar", new Source("atom-count"));
        sha256 = PluginJars.sha256(jar);
    }

    @Test
    void listsIdVersionJarShaAndOptions() throws Exception {
        Said said = dssl("plugins");
        assertEquals(0, said.code, said.text);
        assertTrue(
                said.text.matches("(?s).* atom-count +Predict the number of atoms\n"
                        + " +SPI version \\d+, plugins/count\\.jar\n +SHA-256 " + sha256 + "\n +scale 0\\.1 Å\n.*"),
                said.text);
        assertTrue(
                said.text.matches("(?s).* mask +Predict [^\n]*\n +SPI version \\d+, built in\n +ratio 0\\.15, .*"),
                said.text);
        assertFalse(said.text.contains("Broken"), said.text);
    }

    @Test
    void listsTheBrokenOnesBeneathAndSaysSoByItsExitCode() throws Exception {
        Files.writeString(folder.resolve("plugins/bad.jar"), "not a zip");
        Said said = dssl("plugins");
        assertEquals(2, said.code, said.text);
        assertTrue(
                said.text.endsWith(
                        "\n Broken, and left out:\n plugins/bad.jar  cannot be read as a JAR: zip END header not"
                                + " found. Build or copy it again, or remove it.\n"),
                said.text);
        assertTrue(said.text.contains(" atom-count "), said.text);

        Said json = dssl("plugins", "--json");
        assertEquals(2, json.code, json.text);
        assertTrue(json.text.contains("\"sha256\" : \"" + sha256 + "\""), json.text);
        assertTrue(json.text.contains("\"place\" : \"plugins/bad.jar\""), json.text);

        Said explained = dssl("explain", "pretrain.tasks.atom-count");
        assertEquals(0, explained.code, explained.text);
        assertTrue(explained.text.contains("scale"), explained.text);
        assertTrue(explained.text.contains("Plugins that cannot be used were left out; dssl plugins tells why."));

        Files.writeString(folder.resolve("my.yaml"), "pretrain: { epochs: 1 }\n");
        Said run = dssl("run", "my.yaml");
        assertEquals(2, run.code, run.text);
        assertTrue(run.text.startsWith("plugins/bad.jar  cannot be read as a JAR"), run.text);
    }

    @Test
    void thePathOfTheCommandLineReplacesTheFolderAndThatOfTheFile() throws Exception {
        Path other = Files.createDirectories(folder.resolve("it's other"));
        Path second = new PluginJars(other).good("second.jar", new Source("second"));
        Said said = dssl("plugins", "--plugin-path", "it's other");
        assertTrue(said.text.contains(" second ") && !said.text.contains("atom-count"), said.text);
        Said both = dssl("plugins", "--plugin-path", jar + File.pathSeparator + second);
        assertTrue(both.text.contains(" second ") && both.text.contains("atom-count"), both.text);

        Files.writeString(
                folder.resolve("my.yaml"), "plugins: { path: plugins }\npretrain: { tasks: { atom-count: {} } }\n");
        Said run = dssl("run", "my.yaml", "--plugin-path", "it's other");
        assertEquals(2, run.code, run.text);
        assertTrue(run.text.startsWith("my.yaml:2  pretrain.tasks.atom-count: no such task."), run.text);
        assertTrue(run.text.contains(", second, "), run.text);
    }

    private record Said(int code, String text) {}

    private Said dssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absoluteClassPath(),
                "org.dssl.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static String absoluteClassPath() {
        List<String> files = new ArrayList<>();
        for (String file : System.getProperty("java.class.path").split(File.pathSeparator)) {
            files.add(Path.of(file).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, files);
    }
}
