package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs in processes of their own that are killed without warning (SIGKILL), and continued by {@code dssl resume}. */
final class KilledRuns {
    private static final String YAML =
            """
            seed: 7
            output: %s
            encoder: { width: 12, layers: 2 }
            pretrain:
              data: { source: "builtin:unlabelled-small", limit: 60 }
              epochs: 4
              batch: 10
              dropout: 0.2
              validation: 0.1
              tasks: { mask: { weight: 1 }, contrastive: { weight: 0.01 }, atomic-stiffness: { weight: 1 } }
            finetune:
              data: { source: "builtin:elastic-binaries", limit: 60, target: { column: K_VRH, transform: log10 } }
              protocol: { type: k-fold, folds: 2 }
              compare: [from-scratch]
              epochs: 8
              batch: 10
              dropout: 0.2
              validation: 0.2
              patience: 3
              schedule: { type: plateau, patience: 1 }
            compute: { threads: 2, checkpoint-seconds: 0 }
            """;

    /** Milliseconds from a checkpoint on: several steps, or the end of a part. */
    private static final int MOST_DELAY = 200;

    private final Path folder;
    private final Random random;
    private Path whole;
    private int wholeChanges;
    /** Of each kill, where the run stood: what was there last. */
    final List<String> moments = new ArrayList<>();

    KilledRuns(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    void runWithoutInterruption() throws Exception {
        whole = folder.resolve("whole");
        Process process = start("run", yaml(whole).toString());
        wholeChanges = watch(process, whole, Integer.MAX_VALUE);
        assertEquals(0, process.waitFor(), "see " + log());
        assertTrue(wholeChanges > 20, "a run of " + wholeChanges + " seen checkpoints has few moments");
    }

    /** Kills a run at a random moment, continues it to the end, and compares all that it left. */
    void killAndResume(int number) throws Exception {
        Path run = folder.resolve("killed-" + number);
        Path yaml = yaml(run);
        while (!killed(run, yaml)) {
            // It was faster this time.
            delete(run);
        }
        moments.add(moment(run));
        boolean begun = Files.exists(run.resolve("config.yaml"));
        Process resumed = begun ? start("resume", run.toString()) : start("run", yaml.toString());
        assertEquals(0, resumed.waitFor(), "see " + log());
        requireSame(run);
    }

    private boolean killed(Path run, Path yaml) throws Exception {
        Process process = start("run", yaml.toString());
        watch(process, run, random.nextInt(wholeChanges));
        boolean ended = process.waitFor(random.nextInt(MOST_DELAY), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        process.waitFor();
        return !ended;
    }

    /**
     * Looks at the checkpoints again and again: progress, however busy the machine is.
     *
     * @return how many changes were seen until it ended, or so many
     */
    private static int watch(Process process, Path run, int most) throws Exception {
        int changes = 0;
        String before = "";
        while (process.isAlive() && changes < most) {
            String now = newest(run);
            changes += now.equals(before) ? 0 : 1;
            before = now;
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        return changes;
    }

    private static String newest(Path run) {
        if (!Files.exists(run)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(file -> file.toString().endsWith("last.state.safetensors"))
                    .map(file -> file.toFile().lastModified() + " " + file)
                    .max(String::compareTo)
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            // A file went away between two looks.
            return "";
        }
    }

    private void requireSame(Path run) throws IOException {
        List<Path> files = results(whole);
        assertEquals(relative(whole, files), relative(run, results(run)));
        assertTrue(files.size() > 10, files.toString());
        for (Path file : files) {
            Path same = run.resolve(whole.relativize(file));
            if (file.endsWith("metrics.json")) {
                assertEquals(withoutSeconds(file), withoutSeconds(same), same.toString());
            } else {
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(same), same.toString());
            }
        }
    }

    /** Weights, predictions, metrics, what is kept for the report, and every line of the journal. */
    private static List<Path> results(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(file -> file.endsWith("predictions.csv")
                            || file.endsWith("metrics.json")
                            || file.endsWith("embedding.json")
                            || file.endsWith("crystals.csv")
                            || file.endsWith("data/pretraining.json")
                            || file.endsWith("data/fine-tuning.json")
                            || file.endsWith("data/training.safetensors")
                            || file.endsWith("journal.csv")
                            || file.endsWith("encoder.safetensors")
                            || file.endsWith("model.safetensors"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> relative(Path run, List<Path> files) {
        return files.stream().map(file -> run.relativize(file).toString()).toList();
    }

    private static String withoutSeconds(Path metrics) throws IOException {
        return Files.readString(metrics).replaceAll("\"seconds\"\\s*:\\s*[-0-9.Ee]+", "");
    }

    private static String moment(Path run) throws IOException {
        Path journal = run.resolve("journal.csv");
        if (!Files.exists(journal)) {
            return "before the first epoch";
        }
        List<String> lines = Files.readAllLines(journal);
        return lines.size() < 2 ? "in the first epoch" : "after " + lines.get(lines.size() - 1);
    }

    private Path yaml(Path run) throws IOException {
        return Files.writeString(folder.resolve(run.getFileName() + ".yaml"), YAML.formatted(run));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.base/java.nio=ALL-UNNAMED",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dssl.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return folder.resolve("output.txt");
    }

    private static void delete(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
