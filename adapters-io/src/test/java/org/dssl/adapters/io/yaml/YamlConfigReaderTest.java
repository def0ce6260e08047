package org.dssl.adapters.io.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.ConfigNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlConfigReaderTest {
    private final YamlConfigReader reader =
            new YamlConfigReader(Map.of("THREADS", "4", "EMPTY", "", "HOME_DIR", "/data")::get);

    @Test
    void everyValueKnowsItsKeyPathAndLine() {
        ConfigNode root =
                reader.parse("seed: 7\npretrain:\n  tasks:\n    mask: {ratio: 0.15}\n  data: [a, b]\n", "x.yaml");
        ConfigNode pretrain = root.map().get("pretrain");
        ConfigNode ratio = pretrain.map().get("tasks").map().get("mask").map().get("ratio");
        assertEquals(new ConfigNode(0.15, "pretrain.tasks.mask.ratio", "x.yaml", 4), ratio);
        assertEquals("x.yaml:2  pretrain", pretrain.place());
        assertEquals(
                "pretrain.data[1]", pretrain.map().get("data").list().get(1).keyPath());
        assertEquals(List.of("seed", "pretrain"), List.copyOf(root.map().keySet()));
    }

    @ParameterizedTest
    @CsvSource({
        "7, java.lang.Long",
        "-12, java.lang.Long",
        "1e-4, java.lang.Double",
        "0.5, java.lang.Double",
        "on, java.lang.Boolean",
        "off, java.lang.Boolean",
        "true, java.lang.Boolean",
        "no, java.lang.String",
        "1:30, java.lang.String",
        "2024-01-01, java.lang.String",
        "0.25.1, java.lang.String",
        "'\"7\"', java.lang.String",
        "12345678901234567890, java.lang.Double"
    })
    void plainScalarsAreTypedAsPeopleReadThem(String text, Class<?> type) {
        assertEquals(type, value(text).getClass());
    }

    @Test
    void nothingAfterAKeyIsNull() {
        assertNull(value(""));
        assertNull(value("~"));
    }

    @Test
    void referencesReadTheEnvironmentAndKeepTheType() {
        assertEquals(4L, value("${THREADS}"));
        assertEquals(2L, value("${UNSET:-2}"));
        assertEquals(3L, value("${EMPTY:-3}"));
        assertEquals("/data/cifs", value("${HOME_DIR}/cifs"));
        assertEquals(
                2L, reader.parse("{k: \"${UNSET:-2}\"}", "x").map().get("k").value());
        assertEquals("${THREADS}", value("'${THREADS}'"));
    }

    @Test
    void anUnsetVariableWithoutADefaultIsAnError() {
        assertEquals(
                "x.yaml:1  k: the environment variable UNSET is not set. Set it, or write ${UNSET:-default}.",
                messageOf("k: ${UNSET}"));
        assertTrue(messageOf("k: ${1}").contains("begins no reference"));
        assertTrue(messageOf("{k: ${UNSET:-2}}").contains("double quotes"));
    }

    @Test
    void aKeyGivenTwiceNamesBothLines() {
        assertEquals(
                "x.yaml:4  pretrain.epochs: given twice, first in line 2. Keep one of them.",
                messageOf("pretrain:\n  epochs: 1\n  batch: 2\n  epochs: 3\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\n\\tb: 2 | x.yaml:2  a tab. YAML indents with spaces.",
                "a: b: c | x.yaml:1  a ':' where no key can be. Indent the line like its neighbours, or quote a text that"
                        + " holds a ':'.",
                "a: 1\\nb: \"open\\nc: 3 | x.yaml:2  a quote opens here and is never closed.",
                "a: [1, 2\\nb: 3 | x.yaml:2  a list [ ] or map { } is not closed before here, or lacks a comma.",
                "a:\\n  b: 1\\n c: 2 | x.yaml:3  the indentation does not fit the lines above.",
                "a: 1\\njust words\\nb: 2 | x.yaml:3  a line without a ':'. Every line here is \"key: value\".",
                "a: @here | x.yaml:1  a value cannot begin with '@'. Put it in quotes.",
                "a: *b | x.yaml:1  an alias (*name) without an anchor (&name) above it.",
                "a: 1\\n---\\nb: 2 | x.yaml:2  a second document (---). A configuration is one document.",
                "a: !!java.net.URL [x] | x.yaml:1  tags (!!name) are not allowed. Configurations hold plain values only.",
                "a: !mine 3 | x.yaml:1  a: tags (!name) are not allowed. Configurations hold plain values only."
            })
    void mistakesOfSyntaxReadAsPlainSentencesWithTheirLine(String yaml, String message) {
        assertEquals(message, messageOf(yaml.replace("\\n", "\n").replace("\\t", "\t")));
    }

    @Test
    void aliasesShareValuesButCannotUnfoldWithoutEnd() {
        assertEquals(
                1L,
                reader.parse("a: &x {n: 1}\nb: *x\n", "x")
                        .map()
                        .get("b")
                        .map()
                        .get("n")
                        .value());
        assertTrue(messageOf("a: &x\n  b: *x\n").contains("unfold without end"));
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(alias)
                    .append(", ");
            bomb.append(alias).append("]\n");
        }
        assertThrows(InvalidInputException.class, () -> reader.parse(bomb + "b: [*a8, *a8, *a8, *a8, *a8]", "x"));
    }

    @Test
    void settingsFromTheCommandLineBecomeATree() {
        ConfigNode root = reader.override("pretrain.tasks.mask.ratio=0.3");
        ConfigNode ratio = root.map()
                .get("pretrain")
                .map()
                .get("tasks")
                .map()
                .get("mask")
                .map()
                .get("ratio");
        assertEquals(0.3, ratio.value());
        assertEquals("--set  pretrain.tasks.mask.ratio", ratio.place());
        ConfigNode map = reader.override("compute={threads: 2}");
        assertEquals(
                "compute.threads", map.map().get("compute").map().get("threads").keyPath());
        assertEquals("a=b", reader.override("output=a=b").map().get("output").value());
    }

    @Test
    void aSettingWithoutKeyOrValueIsAnError() {
        assertTrue(assertThrows(InvalidInputException.class, () -> reader.override("seed"))
                .getMessage()
                .startsWith("--set  \"seed\" has no '='."));
        assertTrue(assertThrows(InvalidInputException.class, () -> reader.override("a..b=1"))
                .getMessage()
                .contains("has an empty key"));
    }

    @Test
    void aFileThatCannotBeReadSaysWhy(@TempDir Path folder) throws IOException {
        assertEquals(
                folder.resolve("none.yaml") + "  no such file.",
                assertThrows(InvalidInputException.class, () -> reader.read(folder.resolve("none.yaml")))
                        .getMessage());
        assertTrue(assertThrows(InvalidInputException.class, () -> reader.read(folder))
                .getMessage()
                .contains("is a folder"));
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE5});
        assertTrue(assertThrows(InvalidInputException.class, () -> reader.read(latin))
                .getMessage()
                .contains("not UTF-8"));
    }

    private Object value(String text) {
        return reader.parse("k: " + text + "\n", "x.yaml").map().get("k").value();
    }

    private String messageOf(String yaml) {
        return assertThrows(InvalidInputException.class, () -> reader.parse(yaml, "x.yaml"))
                .getMessage();
    }
}
