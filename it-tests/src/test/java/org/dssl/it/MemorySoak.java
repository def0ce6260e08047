package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dssl.ports.out.ProgressListener;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand steps of a whole run, journal and checkpoints too: memory that grows would show. The build gives this JVM a
 * heap that is all there from the start, or Java's own growth would hide the rest.
 */
class MemorySoak {
    private static final int STEPS = 10_000;
    private static final int WARM_UP = 2_000;

    /** A tensor of a kilobyte that every step left behind would make eight. */
    private static final double MOST_GROWTH_IN_MIB = 4;

    @Test
    void tenThousandSmallStepsLeaveMemoryWhereItStood(@TempDir Path folder) throws IOException {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "this system does not tell its memory");
        List<Long> resident = new ArrayList<>();
        SmallRun.experiment(
                        folder,
                        "soak",
                        "pretrain=off",
                        "finetune.compare=[]",
                        "finetune.data.limit=30",
                        "finetune.validation=0",
                        "finetune.protocol={type: holdout, repeats: 1, train: 0.6}",
                        "finetune.epochs=" + STEPS)
                .run(new ProgressListener() {
                    @Override
                    public void moved(String in, String part, int epoch, int epochs, double done, String figures) {
                        if (epoch % 1000 == 0) {
                            resident.add(residentKibibytes());
                        }
                    }
                });
        double growth = (resident.get(resident.size() - 1) - resident.get(WARM_UP / 1000 - 1)) / 1024.0;
        long heap = Runtime.getRuntime().totalMemory() >> 20;
        ReliabilityPage.record(
                "memory-soak",
                String.format(
                        Locale.ROOT,
                        "%,d steps, each with its epoch's journal and checkpoints. Resident memory after every 1,000: %s MiB,"
                                + "%n%,d of them Java's heap; from step %,d on it changed by %+.1f MiB.",
                        STEPS,
                        resident.stream()
                                .map(kibibytes -> String.format(Locale.ROOT, "%,d", kibibytes / 1024))
                                .collect(Collectors.joining(" ")),
                        heap,
                        WARM_UP,
                        growth));
        assertTrue(growth < MOST_GROWTH_IN_MIB, "KiB every 1,000 steps: " + resident);
    }

    private static long residentKibibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
