package org.dssl.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on the folds that a table names, on the reference backend. */
class FoldsOfFileRunTest {
    private static final String YAML =
            """
            encoder: { width: 4, layers: 1, heads: 1 }
            finetune:
              data: { source: "builtin:elastic-binaries", limit: 12, target: K_VRH }
              protocol: %s
              epochs: 2
              batch: 6
            compute: { backend: reference }
            """;

    @TempDir
    static Path folder;

    private static final List<String> FIRST = new ArrayList<>();

    private static Experiment experiment(String run, String protocol) throws IOException {
        Path yaml = Files.writeString(folder.resolve(run + ".yaml"), YAML.formatted(protocol));
        return Dssl.create(List.of()).experiment(yaml, "output=" + folder.resolve(run));
    }

    private static List<String> tested(String run, String part) {
        try (RunFolder read = new FileRunFolders().read(folder.resolve(run))) {
            return read.predictions("from-scratch", part).stream()
                    .map(Prediction::id)
                    .toList();
        }
    }

    /** Two folds whose ids become the table. */
    @BeforeAll
    static void writeTable() throws IOException {
        experiment("seeded", "{ folds: 2 }").run(ProgressListener.SILENT);
        List<String> lines = new ArrayList<>(List.of("id,fold"));
        tested("seeded", "fold-0").forEach(id -> lines.add(id + ",west"));
        tested("seeded", "fold-1").forEach(id -> lines.add(id + ",east"));
        Files.write(folder.resolve("folds.csv"), lines);
        FIRST.addAll(tested("seeded", "fold-0"));
    }

    @Test
    void eachFoldTestsWhatTheTableSays() throws IOException {
        experiment("given", "{ type: matbench, ids: folds.csv, folds: [west] }").run(ProgressListener.SILENT);
        assertEquals(6, FIRST.size());
        assertEquals(FIRST, tested("given", "fold-west"));
        try (RunFolder read = new FileRunFolders().read(folder.resolve("given"))) {
            assertEquals(List.of("fold-west"), read.parts("from-scratch"));
            assertTrue(read.embedding("from-scratch", "fold-west").isPresent(), "by its name, whatever its number");
        }
    }

    @Test
    void aRunIsOfTheTableThatItBeganWith() throws IOException {
        Path table = folder.resolve("other.csv");
        Files.copy(folder.resolve("folds.csv"), table);
        Experiment stopped = experiment("stopped", "{ type: matbench, ids: other.csv }");
        assertThrows(
                CancellationException.class,
                () -> stopped.run(new ProgressListener() {
                    @Override
                    public void moved(String in, String part, int epoch, int epochs, double done, String figures) {
                        if (done > 0.6) {
                            stopped.cancel();
                        }
                    }
                }));
        Files.writeString(table, Files.readString(table) + "more,west\n");
        String message = assertThrows(
                        InvalidInputException.class, () -> experiment("stopped", "{ type: matbench, ids: other.csv }")
                                .run(ProgressListener.SILENT))
                .getMessage();
        assertTrue(message.startsWith(table + "  has changed since this run began"), message);
    }
}
