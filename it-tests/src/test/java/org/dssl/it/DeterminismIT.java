package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.dssl.ports.run.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What of a run depends on the process that computes it: with one number of threads, on one processor, no byte. Each run is
 * a process of its own, since the first session of a process decides its threads.
 */
class DeterminismIT {
    private static final String YAML =
            """
            seed: 7
            output: %s
            encoder: { type: %s, width: 32, layers: 2 }
            pretrain:
              data: { source: "builtin:unlabelled-small", limit: 80 }
              epochs: 2
              batch: 40
              dropout: %s
              validation: 0.1
              tasks: { mask: { weight: 1 }, contrastive: { weight: 0.01 }, atomic-stiffness: { weight: 1 } }
            finetune:
              data: { source: "builtin:elastic-binaries", limit: 80, target: { column: K_VRH, transform: log10 } }
              protocol: { type: k-fold, folds: 2 }
              epochs: 3
              batch: 40
              dropout: %s
            compute: { threads: %d, backend: %s }
            """;

    /** Threads add the same numbers in another order; twelve steps carry that on. */
    private static final Tolerance OTHER_ORDER = new Tolerance(1e-4, 1e-5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"deeper-gatgnn, 2, tensorflow", "alignn, 1, tensorflow", "cgcnn, 1, reference"})
    void anotherProcessLeavesTheSameBytes(String encoder, int threads, String backend) throws Exception {
        Path one = run("one", encoder, threads, backend, List.of(), Map.of());
        // Readers on another number of threads, code by another compiler, memory from another allocator.
        Path other = run(
                "other",
                encoder,
                threads,
                backend,
                List.of("-Djava.util.concurrent.ForkJoinPool.common.parallelism=5", "-XX:TieredStopAtLevel=1"),
                Map.of("TF_CPU_ALLOCATOR_USE_BFC", "1", "MALLOC_ARENA_MAX", "1"));
        assertEquals(results(one), results(other));
    }

    @Test
    void anotherNumberOfThreadsChangesRoundingOnly() throws Exception {
        Path one = run("one", "deeper-gatgnn", 1, "tensorflow", List.of(), Map.of());
        Path two = run("two", "deeper-gatgnn", 2, "tensorflow", List.of(), Map.of());
        for (String part : List.of("fold-0", "fold-1")) {
            assertClose(predictions(one, part), predictions(two, part), OTHER_ORDER, part);
        }
    }

    private Path run(
            String name,
            String encoder,
            int threads,
            String backend,
            List<String> options,
            Map<String, String> environment)
            throws Exception {
        Path run = folder.resolve(name);
        String dropout = encoder.equals("alignn") ? "0" : "0.2";
        Path yaml = Files.writeString(
                folder.resolve(name + ".yaml"), String.format(YAML, run, encoder, dropout, dropout, threads, backend));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), "org.dssl.cli.Main", "run", yaml.toString(), "--quiet"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return run;
    }

    /** All files of the run but those with times and places: configuration, provenance, and what is made of them. */
    private static SortedMap<String, String> results(Path run) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = run.relativize(file).toString();
                if (!name.matches(
                        "config\\.yaml|provenance\\.json|summary\\.json|report\\.html|\\.lock|.*state\\.safetensors")) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    contents.put(name, text.replaceAll("\"seconds\"\\s*:\\s*[-0-9.Ee]+", ""));
                }
            }
        }
        assertTrue(
                contents.size() > 10 && contents.containsKey("journal.csv"),
                contents.keySet().toString());
        return contents;
    }

    private static double[] predictions(Path run, String part) {
        return new FileRunFolders()
                .read(run).predictions("pretrained", part).stream()
                        .mapToDouble(Prediction::value)
                        .toArray();
    }
}
