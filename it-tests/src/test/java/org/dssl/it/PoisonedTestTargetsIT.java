package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dssl.ports.out.ProgressListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No decision of a training sees the test part: with other targets there, all but its errors stays as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonedTestTargetsIT {
    private static final String DATA = "/org/dssl/adapters/io/dataset/elastic-binaries.jsonl.gz";
    private static final int CRYSTALS = 90;
    private static final Pattern LINE = Pattern.compile("\\{\"id\":\"([^\"]+)\",\"K_VRH\":([^,]+),(.*)");
    /** Losses choose the rate and the validation part chooses the epoch and the end. */
    private static final List<String> DECIDING = List.of(
            "pretrain.epochs=1",
            "finetune.compare=[]",
            "finetune.epochs=9",
            "finetune.patience=2",
            "finetune.schedule={type: plateau, patience: 1, factor: 0.5}");

    @TempDir
    static Path folder;

    private List<String> lines;

    @BeforeAll
    void takeCrystals() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(PoisonedTestTargetsIT.class.getResourceAsStream(DATA)), StandardCharsets.UTF_8))) {
            lines = reader.lines().limit(CRYSTALS).toList();
        }
        assertTrue(LINE.matcher(lines.get(0)).matches(), "the file is no longer as this test reads it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: k-fold, folds: 3}",
                "{type: grouped, folds: 3, by: chemical-system}",
                "{type: holdout, repeats: 1}"
            })
    void otherTestTargetsChangeNothingButTheErrors(String protocol) throws IOException {
        String name = "run-" + Math.abs(protocol.hashCode());
        Path clean = run(name, Set.of(), protocol);
        Path poisoned = run(name + "-poisoned", testIds(clean), protocol);
        assertEquals(decisions(clean), decisions(poisoned));
        assertArrayEquals(weights(clean), weights(poisoned));
        assertEquals(column(clean, "prediction"), column(poisoned, "prediction"));
        assertNotEquals(column(clean, "truth"), column(poisoned, "truth"), "the poison arrived");
    }

    /** Else the test above would hold for a run that reads no targets at all. */
    @Test
    void otherTrainingTargetsChangeTheWeights() throws IOException {
        String protocol = "{type: holdout, repeats: 1}";
        Path clean = run("clean", Set.of(), protocol);
        Set<String> others = new HashSet<>();
        lines.forEach(line -> others.add(matched(line).group(1)));
        others.removeAll(testIds(clean));
        Path poisoned = run("poisoned-training", others, protocol);
        assertEquals(testIds(clean), testIds(poisoned), "targets do not decide who is tested");
        assertNotEquals(decisions(clean), decisions(poisoned));
        assertFalse(Arrays.equals(weights(clean), weights(poisoned)));
    }

    private static Matcher matched(String line) {
        Matcher matcher = LINE.matcher(line);
        assertTrue(matcher.matches(), line);
        return matcher;
    }

    /** The first part's folder. */
    private Path run(String name, Set<String> poisoned, String protocol) throws IOException {
        Path data = folder.resolve(name + ".jsonl");
        Files.write(
                data,
                lines.stream()
                        .map(line -> poisoned.contains(matched(line).group(1)) ? poison(line) : line)
                        .toList());
        String[] settings = Stream.concat(
                        DECIDING.stream(),
                        Stream.of(
                                protocol.contains("holdout") ? "finetune.validation=0" : "finetune.validation=0.3",
                                "finetune.data.source=" + data,
                                "finetune.data.limit=" + CRYSTALS,
                                "finetune.protocol=" + protocol))
                .toArray(String[]::new);
        SmallRun.experiment(folder, name, settings).run(ProgressListener.SILENT);
        String part = protocol.contains("holdout") ? "repeat-0" : "fold-0";
        return folder.resolve(name).resolve("finetune/pretrained").resolve(part);
    }

    /** Each crystal's modulus in another direction, far beyond all others. */
    private static String poison(String line) {
        Matcher matcher = matched(line);
        double factor = matcher.group(1).hashCode() % 2 == 0 ? 1e4 : 1e-4;
        double value = Double.parseDouble(matcher.group(2)) * factor;
        return "{\"id\":\"" + matcher.group(1) + "\",\"K_VRH\":" + value + "," + matcher.group(3);
    }

    private static Set<String> testIds(Path part) throws IOException {
        return new HashSet<>(column(part, "id"));
    }

    private static List<String> column(Path part, String name) throws IOException {
        List<String> rows = Files.readAllLines(part.resolve("predictions.csv"));
        int column = List.of(rows.get(0).split(",")).indexOf(name);
        assertTrue(column >= 0, name + " is not in " + rows.get(0));
        return rows.stream().skip(1).map(row -> row.split(",")[column]).toList();
    }

    /** Every loss, error of validation and rate of the part, and the epoch that was chosen. */
    private static List<String> decisions(Path part) throws IOException {
        int number = Integer.parseInt(part.getFileName().toString().replaceAll("\\D", ""));
        String of = part.getFileName().toString().startsWith("fold") ? number + "," : "," + number;
        Path run = part.getParent().getParent().getParent();
        List<String> decisions = new java.util.ArrayList<>(Files.readAllLines(run.resolve("journal.csv")).stream()
                .filter(row -> row.contains(",finetune,pretrained," + of + ","))
                .toList());
        assertTrue(decisions.size() >= 9, "losses, rates and validations of three epochs at least: " + decisions);
        Matcher epoch =
                Pattern.compile("\"epoch\"\\s*:\\s*\\d+").matcher(Files.readString(part.resolve("metrics.json")));
        assertTrue(epoch.find());
        decisions.add(epoch.group());
        return decisions;
    }

    private static byte[] weights(Path part) throws IOException {
        return Files.readAllBytes(part.resolve("model.safetensors"));
    }
}
