package org.dssl.adapters.io.matbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1",
                "1e-05",
                "0.0001",
                "1e+16",
                "1.2345678901234568e+17",
                "9007199254740992.0",
                "5e-324",
                "1.7976931348623157e+308",
                "5.684341886080802e-14",
                "0.0",
                "-0.0",
                "100.0",
                "0.3333333333333333",
                "2.2250738585072014e-308",
                "1000000000000000.0",
                "1.1805916207174113e+21",
                "2e+23",
                "-0.002"
            })
    void numbersAreWrittenAsPythonDoes(String python) {
        assertEquals(python, PythonJson.number(Double.parseDouble(python)));
    }

    @Test
    void everyNumberComesBackFromAtMostSeventeenDigits() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0 ? random.nextGaussian() : Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = PythonJson.number(value);
                assertEquals(value, Double.parseDouble(text));
                long digits = text.replaceAll("e.*", "")
                        .chars()
                        .filter(Character::isDigit)
                        .count();
                assertTrue(text.startsWith("0.0") || text.startsWith("-0.0") || digits <= 18, text);
            }
        }
    }

    @Test
    void whatIsNoNumberIsNamed() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("c", null);
        tree.put("b", Double.NEGATIVE_INFINITY);
        tree.put("a", Double.NaN);
        assertEquals("{\"a\": NaN, \"b\": -Infinity, \"c\": null}", PythonJson.text(tree));
    }

    @Test
    void everythingButPrintableAsciiIsEscaped() {
        String python = "{\"k\": \"a\\\"\\\\\\n\\r\\t\\f\\b\\u007f\\u00e9\\u2264\\ud83d\\ude00/\"}";
        assertEquals(python, PythonJson.text(Map.of("k", "a\"\\\n\r\t\f\b\u007fé≤😀/")));
    }

    @Test
    void whatPythonWouldNotHaveIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PythonJson.text(Map.of("k", 1.5f)));
    }
}
