package org.dssl.adapters.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadCheckTest {

    @Test
    void aSoundLibraryLoadsAndTellsItsVersion() {
        LoadCheck.Loaded loaded = LoadCheck.look(System.getProperties());
        assertEquals(Level.OK, loaded.finding().level(), loaded.toString());
        assertTrue(loaded.finding().found().startsWith(TensorFlowBackend.VERSION + "."), loaded.toString());
        assertEquals(NativeLibrary.hasGpu(), loaded.gpu().isPresent());
    }

    /** JavaCPP takes a file of the right length and time for the right file. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDamagedLibraryIsAProblemOfAnotherProcess(@TempDir Path cache) throws IOException {
        NativeLibrary.load();
        copyAsZeros(NativeLibrary.cache().orElseThrow(), cache);
        Finding finding = LoadCheck.look(withCache(cache)).finding();
        assertEquals(Level.PROBLEM, finding.level(), finding.toString());
        assertTrue(finding.found().endsWith("invalid ELF header"), finding.found());
        assertTrue(finding.advice().contains("remove the library's folder"), finding.advice());
    }

    /** Not even the superuser writes there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aCacheThatCannotBeWrittenIsAProblem() {
        Finding finding = LoadCheck.look(withCache(Path.of("/proc"))).finding();
        assertEquals(Level.PROBLEM, finding.level(), finding.toString());
        assertTrue(finding.found().contains("/proc/.lock"), finding.found());
    }

    @ParameterizedTest
    @CsvSource({
        "132, an instruction that this processor lacks",
        "134, a crash",
        "139, a wrong memory access",
        "-2, did not load within"
    })
    void aProcessThatEndsWithoutAWordIsAProblem(int code, String words) {
        Finding finding =
                LoadCheck.read(new Command.Ended(code, "# A fatal error\n")).finding();
        assertEquals(Level.PROBLEM, finding.level());
        assertTrue(finding.found().contains(words), finding.found());
    }

    @Test
    void whereNoSecondJavaStartsNothingIsKnown() {
        Properties properties = withCache(Path.of("unused"));
        properties.setProperty("java.home", "/no/such/java");
        LoadCheck.Loaded loaded = LoadCheck.look(properties);
        assertEquals(Level.WARNING, loaded.finding().level(), loaded.toString());
        assertEquals(Optional.empty(), loaded.gpu());
    }

    private static Properties withCache(Path cache) {
        Properties properties = new Properties();
        properties.putAll(System.getProperties());
        properties.setProperty("org.bytedeco.javacpp.cachedir", cache.toString());
        return properties;
    }

    /** Sparse: no space is taken. */
    private static void copyAsZeros(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isSymbolicLink(file)) {
                    Files.createSymbolicLink(copy, Files.readSymbolicLink(file));
                } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    try (RandomAccessFile zeros = new RandomAccessFile(copy.toFile(), "rw")) {
                        zeros.setLength(Files.size(file));
                    }
                    Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
                } else if (!copy.equals(to)) {
                    Files.createDirectories(copy);
                }
            }
        }
    }
}
