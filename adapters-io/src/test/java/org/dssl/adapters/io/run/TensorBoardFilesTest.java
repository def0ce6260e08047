package org.dssl.adapters.io.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.dssl.adapters.io.tensorboard.EventRecords;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardFilesTest {
    private static final JournalEntry PRETRAIN = new JournalEntry(12, 0, "pretrain", "", -1, -1, "loss/mask", 1 / 3.0);
    private static final JournalEntry FOLD = tuned(3, 0);
    private static final JournalEntry LATER = tuned(6, 1);
    private static final String FOLD_FILE = "finetune/from-scratch/fold-2";

    @TempDir
    Path temp;

    private RunFolder run;

    @BeforeEach
    void open() {
        run = new FileRunFolders().open(temp.resolve("run"), "seed: 7\n", false);
    }

    private static JournalEntry tuned(long step, int epoch) {
        return new JournalEntry(step, epoch, "finetune", "from-scratch", 2, -1, "train", 0.5 / step);
    }

    private Path file(String folder) throws IOException {
        try (Stream<Path> files = Files.list(run.path().resolve("tensorboard").resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith("events.out.tfevents."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void assertHolds(String folder, JournalEntry... entries) throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(EventRecords.version());
        for (JournalEntry entry : entries) {
            expected.writeBytes(EventRecords.scalar(entry.step(), entry.metric(), entry.value()));
        }
        assertArrayEquals(expected.toByteArray(), Files.readAllBytes(file(folder)), folder);
    }

    @Test
    void stagesVariantsFoldsAndRepeatsHaveCurvesOfTheirOwn() throws IOException {
        JournalEntry repeat = new JournalEntry(3, 4, "finetune", "a,\"b\"", -1, 9, "x", Double.NaN);
        List.of(PRETRAIN, FOLD, LATER, repeat).forEach(run::record);
        run.flush();
        assertHolds("pretrain", PRETRAIN);
        assertHolds(FOLD_FILE, FOLD, LATER);
        assertHolds("finetune/a__b_/repeat-9", repeat);
        run.close();
    }

    @Test
    void whatIsRecordedAfterAFlushIsAppended() throws IOException {
        run.record(FOLD);
        run.flush();
        run.record(LATER);
        assertHolds(FOLD_FILE, FOLD);
        run.close();
        assertHolds(FOLD_FILE, FOLD, LATER);
    }

    @Test
    void forgottenPointsAreForgottenHereToo() throws IOException {
        List.of(PRETRAIN, FOLD, LATER).forEach(run::record);
        run.forget("finetune", "from-scratch", 2, -1, 1);
        assertHolds(FOLD_FILE, FOLD);
        assertHolds("pretrain", PRETRAIN);
        Path file = file(FOLD_FILE);
        run.forget("finetune", "from-scratch", 2, -1, 0);
        assertFalse(Files.exists(file), "a curve without points");
        run.close();
    }

    @Test
    void aRunOpenedAgainHasTheCurvesOfItsJournalWhateverAKilledOneLeft() throws IOException {
        run.record(FOLD);
        run.close();
        Files.write(file(FOLD_FILE), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        open();
        assertHolds(FOLD_FILE, FOLD);
        run.close();
        Files.delete(file(FOLD_FILE));
        open();
        assertHolds(FOLD_FILE, FOLD);
        run.close();
    }

    @Test
    void aNameLeadsNowhereElse() throws IOException {
        JournalEntry odd = new JournalEntry(3, 4, "finetune", "../../x", 0, -1, "x", 1);
        run.record(odd);
        run.close();
        assertHolds("finetune/__.._x/fold-0", odd);
    }
}
