package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code dssl doctor} as a process, above all where TensorFlow cannot load. */
class DoctorIT {
    @TempDir
    Path folder;

    @Test
    void whereTheTestsRunThereIsNoProblem() throws Exception {
        Said said = doctor(file -> true);
        assertEquals(0, said.code, said.text);
        assertTrue(said.text.matches("(?s).* ok +TensorFlow +2\\.18\\.\\d+ loads and computes.*"), said.text);
        for (String subject : List.of("Java", "cache", "processor", "GPU", "memory", "runs", "data", "plugins")) {
            assertTrue(said.text.matches("(?s).*\n? (ok|warning) +" + subject + " +.*"), subject + " in " + said.text);
        }
        assertFalse(said.text.contains(" problem "), said.text);
    }

    /** Not even the superuser writes to /proc. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aCacheThatCannotBeWrittenIsAProblemAndEverythingElseIsToldAllTheSame() throws Exception {
        Said said = doctor(file -> true, "-Dorg.bytedeco.javacpp.cachedir=/proc");
        assertEquals(2, said.code, said.text);
        assertTrue(said.text.contains(" problem   TensorFlow   the native library cannot be loaded: "), said.text);
        assertTrue(said.text.contains(" problem   cache        /proc cannot be written: "), said.text);
        assertTrue(said.text.contains(" ok        plugins "), said.text);
    }

    @Test
    void aMissingLibraryIsAProblemAndEverythingElseIsToldAllTheSame() throws Exception {
        Said said = doctor(file -> !file.contains("tensorflow-core-native"));
        assertEquals(2, said.code, said.text);
        assertTrue(said.text.contains(" problem   TensorFlow   no native library for this system ("), said.text);
        assertTrue(said.text.contains(" ok        plugins "), said.text);
    }

    private record Said(int code, String text) {}

    private Said doctor(Predicate<String> onClassPath, String... options) throws Exception {
        List<String> files = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(onClassPath)
                .map(file -> Path.of(file).toAbsolutePath().toString())
                .toList();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, files), "org.dssl.cli.Main", "doctor"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("DSSL_DATA");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
