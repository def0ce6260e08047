package org.dssl.adapters.io.structure.cif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CifNumberTest {

    private static double parse(String text) {
        byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
        return CifNumber.parse(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1.25, -1.25",
        "+.5, 0.5",
        "90., 90",
        "-.5, -0.5",
        "1.234(5), 1.234",
        "90.(0), 90",
        "5.4(12), 5.4",
        "1.2E-3, 0.0012",
        "1.2e+3(4), 1200",
        "0.00000000000000000000000123, 1.23e-24",
        "123456789012345678901234567890, 1.2345678901234568e29"
    })
    void readsTheNumbersOfTheGrammar(String text, double expected) {
        assertEquals(expected, parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "+.",
                "0.25.1",
                "1,5",
                "NaN",
                "Infinity",
                "1d",
                "0x1p3",
                "1.2()",
                "1.2(3",
                "(3)",
                "1.2(3)4",
                "1e",
                "1e+",
                "1/3",
                "--1",
                "1 2",
                "½"
            })
    void refusesWhatIsNoNumber(String text) {
        assertTrue(Double.isNaN(parse(text)), () -> text + " became " + parse(text));
    }

    @Test
    void agreesWithTheJdkToTheLastBit() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(6));
            String text = String.format(Locale.ROOT, "%." + random.nextInt(20) + "f", value);
            assertEquals(Double.parseDouble(text), parse(text), () -> text);
        }
    }
}
