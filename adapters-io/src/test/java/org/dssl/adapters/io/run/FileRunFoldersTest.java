package org.dssl.adapters.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.CrystalName;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRunFoldersTest {
    private static final String CONFIG = "seed: 7\nfinetune: { epochs: 3 }\n";

    private final FileRunFolders folders = new FileRunFolders();

    @TempDir
    Path temp;

    @Test
    void aNewRunKeepsItsConfigurationAsGiven() throws IOException {
        Path folder = temp.resolve("deep/er");
        folders.open(folder, CONFIG, false).close();
        assertEquals(CONFIG, Files.readString(folder.resolve("config.yaml")));
    }

    @Test
    void theSameConfigurationContinuesTheRun() {
        Path folder = temp.resolve("run");
        JournalEntry entry = new JournalEntry(1, 0, "pretrain", "", -1, -1, "loss", 2);
        try (RunFolder run = folders.open(folder, CONFIG, false)) {
            run.record(entry);
        }
        try (RunFolder run = folders.open(folder, "# again\nseed: 7\nfinetune:\n  epochs: 3\n", false)) {
            assertEquals(List.of(entry), run.journal());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{seed: 3, a: 1} | {seed: 7, a: 2} | (seed 3, not 7)",
                "{seed: 7, finetune: {epochs: 3}} | {seed: 7, finetune: {epochs: 30}} | (finetune.epochs 3, not 30)",
                "{seed: 7} | {seed: 7, pretrain: {epochs: 3}} | (without pretrain)",
                "{seed: 7, tasks: {mask: {ratio: 1}}} | {seed: 7, tasks: {}} | (with tasks.mask, which is not set now)",
                "{folds: [1, 2]} | {folds: [1, 3]} | (folds[1] 2, not 3)",
                "{folds: [1]} | {folds: [1, 2]} | (without folds[1])",
                "{data: a} | {data: {source: a}} | (data a, not {…})"
            })
    void anotherConfigurationIsRefusedWithTheFirstKeyThatDiffers(String found, String wanted, String said) {
        Path folder = temp.resolve("run");
        begin(folder, found);
        String message = refused(folder, wanted, false);
        assertEquals(
                folder + "  holds an unfinished run of another configuration " + said
                        + ". Use --fresh to move it aside, or another output.",
                message);
    }

    /** As after a mistake in the data, which the next configuration mends. */
    @Test
    void aRunThatComputedNothingGivesWayToAnotherConfiguration() {
        Path folder = temp.resolve("run");
        try (RunFolder run = folders.open(folder, CONFIG, false)) {
            run.writeCrystals(List.of(new CrystalName("a", "NaCl")));
        }
        try (RunFolder run = folders.open(folder, "seed: 8", false)) {
            assertEquals("seed: 8", run.config());
            assertEquals(List.of(), run.crystals(), "of the other configuration's data");
        }
    }

    @Test
    void aRunOfAnOlderVersionGoesOnIfItsConfigurationSaysTheSame() {
        Path folder = temp.resolve("run");
        begin(folder, "{seed: 7}");
        folders.open(folder, "{seed: 7, skips: all}", found -> found.replace("}", ", skips: all}"), false)
                .close();
        assertTrue(assertThrows(
                        InvalidInputException.class,
                        () -> folders.open(
                                folder, "{seed: 7, skips: none}", found -> found.replace("}", ", skips: all}"), false))
                .getMessage()
                .contains("skips all, not none"));
    }

    @Test
    void aRunMayBeMoved() throws IOException {
        Path folder = temp.resolve("run");
        begin(folder, "{seed: 7, output: run, compute: {checkpoint-seconds: 20}}");
        Path moved = Files.move(folder, temp.resolve("moved"));
        folders.open(moved, "{seed: 7, output: moved, compute: {checkpoint-seconds: 60}}", false)
                .close();
    }

    @Test
    void theMessageSaysWhetherTheOtherRunIsFinished() {
        Path folder = temp.resolve("run");
        try (RunFolder run = folders.open(folder, CONFIG, false)) {
            run.writeSummary(
                    new RunSummary("run", List.of(), List.of(), List.of(), new RunSummary.Counts(0, 0, List.of()), 1));
        }
        assertTrue(refused(folder, "seed: 8", false).contains("holds a finished run"));
    }

    @Test
    void freshMovesAsideAndNeverDeletes() throws IOException {
        Path folder = temp.resolve("run");
        for (int seed = 0; seed < 3; seed++) {
            folders.open(folder, "seed: " + seed, true).close();
        }
        assertEquals("seed: 0", Files.readString(temp.resolve("run.1/config.yaml")));
        assertEquals("seed: 1", Files.readString(temp.resolve("run.2/config.yaml")));
        assertEquals("seed: 2", Files.readString(folder.resolve("config.yaml")));
    }

    @Test
    void foldersThatHoldNoRunAreNeitherWrittenIntoNorMoved() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("thesis"));
        Files.writeString(folder.resolve("chapter-1.tex"), "x");
        assertTrue(refused(folder, CONFIG, false).contains("holds files, but no run"));
        assertTrue(refused(folder, CONFIG, true).contains("holds files, but no run"));
        assertEquals(List.of(folder.resolve("chapter-1.tex")), list(folder));
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("run"), "x");
        assertTrue(refused(file, CONFIG, false).contains("Use another output."));
        assertTrue(refused(file, CONFIG, true).contains("is a file"));
    }

    @Test
    void aStartKilledBeforeTheConfigurationWasWrittenIsNoObstacle() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("run"));
        Files.writeString(folder.resolve(".lock"), "1");
        Files.writeString(folder.resolve(".dssl-config.yaml.tmp"), "see");
        folders.open(folder, CONFIG, false).close();
        assertEquals(CONFIG, folders.read(folder).config());
        assertFalse(Files.exists(folder.resolve(".dssl-config.yaml.tmp")));
    }

    @Test
    void aFolderInUseIsRefusedUntilItIsClosed() {
        Path folder = temp.resolve("run");
        try (RunFolder run = folders.open(folder, CONFIG, false)) {
            assertTrue(refused(folder, CONFIG, false).contains("is in use by another process"), run.toString());
            assertTrue(refused(folder, CONFIG, true).contains("is in use by another process"));
            assertEquals(CONFIG, folders.read(folder).config());
        }
        folders.open(folder, CONFIG, false).close();
    }

    @Test
    void anotherProcessHoldsTheFolderUntilItIsKilled() throws Exception {
        Path folder = temp.resolve("run");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertEquals("held", other.inputReader().readLine());
            assertTrue(refused(folder, CONFIG, false).contains("is in use by another process (" + other.pid() + ")"));
        } finally {
            other.destroyForcibly();
            assertTrue(other.waitFor(30, TimeUnit.SECONDS));
        }
        folders.open(folder, CONFIG, false).close();
    }

    /** Opens a run and holds it until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            try (RunFolder run = new FileRunFolders().open(Path.of(args[0]), CONFIG, false)) {
                System.out.println("held");
                int ended = System.in.read();
                System.out.println(run.path() + " " + ended);
            }
        }
    }

    @Test
    void readingNeedsARunAndWritesNothing() {
        assertTrue(assertThrows(InvalidInputException.class, () -> folders.read(temp))
                .getMessage()
                .contains("holds no run"));
        Path folder = temp.resolve("run");
        folders.open(folder, CONFIG, false).close();
        try (RunFolder run = folders.read(folder)) {
            assertThrows(IllegalStateException.class, () -> run.writeSkipped(List.of()));
            assertThrows(IllegalStateException.class, run::flush);
        }
    }

    private void begin(Path folder, String config) {
        try (RunFolder run = folders.open(folder, config, false)) {
            run.record(new JournalEntry(1, 0, "pretrain", "", -1, -1, "loss", 2));
        }
    }

    private String refused(Path folder, String config, boolean fresh) {
        return assertThrows(InvalidInputException.class, () -> folders.open(folder, config, fresh))
                .getMessage();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
