package org.dssl.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.dssl.app.plugins.PluginDiscovery;
import org.dssl.app.plugins.PluginSettings;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.Finding.Level;
import org.dssl.ports.out.SelfCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final long MEBI = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aCheckThatFailsLeavesTheOthersTheirTurn() {
        SelfCheck lacksClass = () -> {
            throw new NoClassDefFoundError("org/tensorflow/Graph");
        };
        SelfCheck sound = () -> List.of(Finding.ok("Java", "17"));
        List<Finding> findings = new Doctor(List.of(lacksClass, sound)).findings();
        assertEquals(List.of(Level.PROBLEM, Level.OK), levels(findings));
        assertTrue(findings.get(0).found().contains("org/tensorflow/Graph"), findings.toString());
    }

    @Test
    void aJavaWithoutCompilerIsAWarning() throws IOException {
        Properties properties = new Properties();
        properties.putAll(System.getProperties());
        properties.setProperty("java.home", folder.toString());
        assertEquals(List.of(Level.WARNING), levels(new JavaCheck(properties).findings()));
        Files.createFile(Files.createDirectory(folder.resolve("bin")).resolve("javac"));
        assertEquals(List.of(Level.OK), levels(new JavaCheck(properties).findings()));
    }

    @Test
    void memoryIsAProblemWhereASmallRunDoesNotFit() {
        assertEquals(List.of(Level.OK), levels(memory(1000, 8000, 4000)));
        assertEquals(List.of(Level.WARNING), levels(memory(1000, 8000, 1500)));
        assertEquals(List.of(Level.PROBLEM), levels(memory(1000, 8000, 500)));
        assertEquals(List.of(Level.OK, Level.WARNING), levels(memory(100, 8000, 4000)));
    }

    @Test
    void aContainersLimitIsTold() {
        assertTrue(memory(1000, 2048, 1500)
                .get(0)
                .found()
                .contains("2,048 MiB allowed by the container, 8,000 MiB in the machine"));
        assertTrue(memory(1000, 8000, 4000).get(0).found().contains("no lower limit of a container"));
    }

    private static List<Finding> memory(long heap, long usable, long free) {
        return new MemoryCheck(heap * MEBI, usable * MEBI, OptionalLong.of(8000 * MEBI), free * MEBI).findings();
    }

    @Test
    void aDiskIsAProblemWhenItIsFullOrRefusesToWrite() {
        assertEquals(List.of(Level.OK, Level.OK), levels(disk(folder.resolve("runs/not/yet"), 5000)));
        assertEquals(List.of(Level.WARNING, Level.WARNING), levels(disk(folder, 500)));
        assertEquals(List.of(Level.PROBLEM, Level.PROBLEM), levels(disk(folder, 50)));
    }

    /** Not even the superuser writes there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatRefusesToWriteIsAProblem() {
        List<Finding> findings = disk(Path.of("/proc/runs"), 5000);
        assertEquals(List.of(Level.PROBLEM, Level.OK), levels(findings));
        assertTrue(findings.get(0).found().contains("nothing can be written to /proc"), findings.toString());
    }

    private List<Finding> disk(Path runs, long free) {
        return new DiskCheck(runs, folder, any -> free * MEBI).findings();
    }

    @Test
    void dataFoldersAreNotNeededButMustBeThereIfTheyAreNamed() throws IOException {
        assertEquals(List.of(Level.OK), levels(new DataCheck(null).findings()));
        assertEquals(List.of(Level.PROBLEM), levels(data("missing")));
        assertEquals(
                List.of(Level.PROBLEM),
                levels(data(
                        Files.createFile(folder.resolve("file")).getFileName().toString())));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        List<Finding> findings = data("empty");
        assertEquals(List.of(Level.WARNING), levels(findings));
        assertTrue(findings.get(0).found().contains("mp_le20.jsonl.gz"), findings.toString());
        for (String name : List.of("mp_le20.jsonl.gz", "elasticity_dev.jsonl.gz", "mp_cgcnn_dev.jsonl.gz")) {
            Files.createFile(empty.resolve(name));
        }
        assertEquals(List.of(Level.OK), levels(data("empty")));
    }

    private List<Finding> data(String name) {
        return new DataCheck(folder.resolve(name).toString()).findings();
    }

    @Test
    void aJarThatIsNoPluginIsAProblemBesideTheTasksThatLoad() throws IOException {
        PluginDiscovery discovery = new PluginDiscovery(DoctorTest.class.getClassLoader());
        assertEquals(
                List.of(Level.OK, Level.OK),
                levels(new PluginCheck(() -> discovery.found(PluginSettings.NO_JARS)).findings()));
        Path jar = Files.writeString(folder.resolve("bad.jar"), "no zip");
        List<Finding> findings = new PluginCheck(() -> discovery.found(PluginSettings.at(List.of(jar)))).findings();
        assertEquals(List.of(Level.OK, Level.PROBLEM), levels(findings));
        assertTrue(findings.get(1).found().contains("cannot be read as a JAR"), findings.toString());
    }

    private static List<Level> levels(List<Finding> findings) {
        return findings.stream().map(Finding::level).toList();
    }
}
