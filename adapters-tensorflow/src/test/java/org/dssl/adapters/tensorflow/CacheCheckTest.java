package org.dssl.adapters.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CacheCheckTest {
    @TempDir
    Path cache;

    @Test
    void anEmptyCacheIsInOrder() {
        assertEquals(List.of(Level.OK), levels(null));
        assertTrue(findings(null).get(0).found().contains("not unpacked yet"));
    }

    @Test
    void saysHowMuchTheUnpackedLibraryTakes() throws IOException {
        unpack("tensorflow-core-native-1.1.0-linux-x86_64.jar", 3 << 20);
        assertTrue(findings(null).get(0).found().contains("the library is unpacked, 3 MiB"));
    }

    @Test
    void anotherVersionsLibraryIsAWarningAndOtherProgramsAreLeftAlone() throws IOException {
        unpack("tensorflow-core-native-1.0.0-linux-x86_64.jar", 5 << 20);
        unpack("opencv-4.9.0-linux-x86_64.jar", 1 << 20);
        assertEquals(List.of(Level.OK, Level.WARNING), levels(null));
        String found = findings(null).get(1).found();
        assertTrue(found.contains("tensorflow-core-native-1.0.0") && found.endsWith("5 MiB"), found);
    }

    @Test
    void aFolderThatJavaCppPassedOverIsAWarning() {
        assertEquals(List.of(Level.OK), levels(cache.toString()));
        assertEquals(
                List.of(Level.WARNING, Level.OK),
                levels(cache.resolve("file/below").toString()));
    }

    /** Not even the superuser writes there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenIsAProblem() {
        List<Finding> findings = new CacheCheck(null, Path.of("/proc"), library()).findings();
        assertEquals(Level.PROBLEM, findings.get(0).level());
        assertTrue(findings.get(0).advice().contains("org.bytedeco.javacpp.cachedir"), findings.toString());
    }

    private List<Finding> findings(String asked) {
        return new CacheCheck(asked, cache, library()).findings();
    }

    private List<Level> levels(String asked) {
        return findings(asked).stream().map(Finding::level).toList();
    }

    private static URL library() {
        try {
            return URI.create("jar:file:/lib/tensorflow-core-native-1.1.0-linux-x86_64.jar!/org/a.so")
                    .toURL();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void unpack(String jar, int bytes) throws IOException {
        Files.write(Files.createDirectories(cache.resolve(jar).resolve("org")).resolve("a.so"), new byte[bytes]);
    }
}
