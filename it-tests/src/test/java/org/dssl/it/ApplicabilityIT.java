package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dssl.app.Predictor;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.ports.out.ProgressListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions of crystals unlike those trained on carry a note. */
class ApplicabilityIT {
    @TempDir
    static Path folder;

    @BeforeAll
    static void runOnce() throws IOException {
        SmallRun.experiment(folder, "run", "pretrain=off", "finetune.compare=[]", "finetune.data.limit=300")
                .run(ProgressListener.SILENT);
    }

    /** Xenon, far apart: nothing like a stiff binary compound. */
    private static Crystal xenon() {
        return new Crystal(
                "xenon",
                Lattice.ofParameters(7.5, 7.5, 7.5, 90, 90, 90),
                new int[] {54},
                new double[3],
                java.util.Map.of());
    }

    private static List<String> notes(Path run, Crystal... crystals) {
        try (Predictor predictor = Dssl.create().predictor(run)) {
            return predictor.predict(List.of(crystals)).rows().stream()
                    .map(Predictor.Row::note)
                    .toList();
        }
    }

    @Test
    void whatIsUnlikeTheTrainingDataIsNoted() {
        List<String> notes =
                notes(folder.resolve("run"), TestCrystals.cubicRocksalt().withId("salt"), xenon());
        assertEquals("", notes.get(0));
        assertTrue(
                notes.get(1)
                        .matches("far from the training data \\(nearest distance [0-9.]+ × the usual\\);"
                                + " no training crystal has Xe"),
                notes.get(1));
    }

    @Test
    void aRunOfAnOlderVersionPredictsWithoutNotes() throws IOException {
        Path old = folder.resolve("old");
        copy(folder.resolve("run"), old);
        Files.delete(old.resolve("data/training.safetensors"));
        assertEquals(List.of(""), notes(old, xenon()));
        try (Predictor predictor = Dssl.create().predictor(old)) {
            assertFalse(predictor.notes());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
