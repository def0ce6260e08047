package org.dssl.adapters.io.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration from a stranger: whatever it says, it is values, or a message of one line with its place. */
class HostileYamlTest {
    private final YamlConfigReader reader = new YamlConfigReader(name -> null);

    private String refused(String yaml) {
        return assertThrows(InvalidInputException.class, () -> reader.parse(yaml, "x.yaml"))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://x/\"]]]]",
                "!!java.io.File [x]",
                "a: !!python/object/apply:os.system [ls]",
                "a: !!binary aGVsbG8=",
                "a: !<tag:yaml.org,2002:java.util.Date> 3",
                "%TAG ! tag:evil,2000:\n---\na: !thing {b: 1}",
                "? !!java.io.File [x]\n: 1",
                "!!set {a, b}"
            })
    void noTagMakesAnObject(String yaml) {
        String message = refused(yaml);
        assertTrue(message.contains("tags (!") || message.contains("cannot be a key"), message);
    }

    /** Ten levels of ten: a tenth of a kilobyte that stands for 10¹⁰ values. */
    @Test
    void aliasesThatUnfoldToBillionsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append(
                    "a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(10, alias)) + "]\n");
        }
        refused(bomb.toString());
        // The parser's own limit counts aliases of collections; ours counts what they unfold to.
        StringBuilder few = new StringBuilder("a0: &a0 [" + "x, ".repeat(9_999) + "x]\n");
        few.append("b: [" + "*a0, ".repeat(14) + "*a0]\n");
        assertTrue(refused(few.toString()).contains("unfold without end"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 1_000, 100_000})
    void nestingWithoutEndIsRefusedBeforeItCostsTheStack(int depth) {
        refused("[".repeat(depth) + "]".repeat(depth));
        refused("{a: ".repeat(depth) + "1" + "}".repeat(depth));
        StringBuilder indented = new StringBuilder();
        for (int i = 0; i < Math.min(depth, 1_000); i++) {
            indented.append(" ".repeat(i)).append("a:\n");
        }
        refused(indented + " ".repeat(1_001) + "1\n");
    }

    @Test
    void aTextOfManyMegabytesIsRefused() {
        refused("a: [" + "xxxxxxxxxx, ".repeat(500_000) + "x]\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: \u0000", "a: \u0007", "a: \uFFFE", "\uFEFF\uFEFFa: 1", "a: \"\\uD800\"", "a: \"\\x00\""})
    void charactersThatAreNoTextAreValuesOrRefused(String yaml) {
        valueOrMessage(yaml);
    }

    @Test
    void whatIsNotUtf8IsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xc0});
        assertTrue(assertThrows(InvalidInputException.class, () -> reader.read(file))
                .getMessage()
                .contains("not UTF-8"));
    }

    /** What references name is the environment's text, never YAML again. */
    @Test
    void aVariableOfTheEnvironmentIsOneValue() {
        YamlConfigReader hostile = new YamlConfigReader(name -> "{b: !!java.io.File [x]}");
        assertEquals(
                "{b: !!java.io.File [x]}",
                hostile.parse("a: ${NAME}", "x").map().get("a").value());
    }

    /** Pieces of a configuration, cut and mixed: 10,000 inputs, the same every time. */
    @Test
    void mutatedConfigurationsAreValuesOrMessages() {
        String whole =
                "seed: 7\nencoder: { type: alignn, width: 64 }\npretrain:\n  tasks:\n    mask: &m { weight: 0.1 }\n"
                        + "    other: *m\nfinetune:\n  data: { source: \"a b.csv\", target: ['K', G] }\n";
        String pieces = "{}[]&*!|>'\"%@`#:,-?\n\t \u00e9\u0000<~${}0.1e9";
        RandomStream random = RandomStream.of(11);
        int understood = 0;
        for (int n = 0; n < 10_000; n++) {
            StringBuilder text = new StringBuilder(whole);
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                int at = random.nextInt(text.length() - 1);
                switch (random.nextInt(4)) {
                    case 0 -> text.insert(at, pieces.charAt(random.nextInt(pieces.length())));
                    case 1 -> text.deleteCharAt(at);
                    case 2 -> text.setLength(Math.max(40, at));
                    default -> text.insert(at, whole, at % 40, 40 + at % 40);
                }
            }
            understood += valueOrMessage(text.toString()) ? 1 : 0;
        }
        assertTrue(understood > 500 && understood < 9_500, understood + " of 10,000 were understood");
    }

    private boolean valueOrMessage(String yaml) {
        try {
            reader.parse(yaml, "x.yaml");
            return true;
        } catch (InvalidInputException e) {
            List<String> places = new ArrayList<>();
            e.problems().forEach(problem -> places.add(problem.place()));
            assertTrue(places.stream().allMatch(place -> place.startsWith("x.yaml")), places + " of " + yaml);
            return false;
        }
    }
}
