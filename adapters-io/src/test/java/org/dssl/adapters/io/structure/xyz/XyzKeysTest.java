package org.dssl.adapters.io.structure.xyz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XyzKeysTest {
    private static final List<String> VALID = List.of(
            "Lattice=\"4 0 0 0 4 0 0 0 5\" Properties=species:S:1:pos:R:3:forces:R:3 energy=-1.0 pbc=\"T T F\"",
            "stress=\"1e-3 0 0 0 1e-3 0 0 0 1e-3\" a={1 2 3} b=[1,2,3] c=[[1, 2], [3, 4]] config-type=bulk relaxed",
            "\"a key\" = \"a \\\"quoted\\\" \\\\ value\" n= -7 'x'=(1 2) d=['a', \"b]\"] it='has \"these\"' done");

    private static Map<String, String> parse(String line) throws BadStructureException {
        return XyzKeys.parse(line, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "energy=-1.0|energy|-1.0",
                "  energy  =\t-1.0  |energy|-1.0",
                "Lattice=\"4 0 0 0 4 0 0 0 5\"|Lattice|4 0 0 0 4 0 0 0 5",
                "Properties=species:S:1:pos:R:3:forces:R:3|Properties|species:S:1:pos:R:3:forces:R:3",
                "pbc=\"T T F\"|pbc|T T F",
                "key={1 2 3}|key|1 2 3",
                "key=(1 2 3)|key|1 2 3",
                "key=[1,2,3]|key|[1,2,3]",
                "key=[[1,2], [3,4]]|key|[[1,2], [3,4]]",
                "key=[\"a]\", \"b\\\"\"]|key|[\"a]\", \"b\\\"\"]",
                "relaxed|relaxed|T",
                "key=\"\"|key|``",
                "key=\"a \\\"b\\\" \\\\c\"|key|a \"b\" \\c",
                "key='a \"b\"'|key|a \"b\"",
                "\"my key\"=1|my key|1",
                "title=T=300K|title|T=300K",
                "phase=liquid[300K]|phase|liquid[300K]",
                "author=O'Hara|author|O'Hara",
                "a=1 a=2|a|2"
            })
    void oneEntryIsRead(String line, String key, String value) throws BadStructureException {
        assertEquals(Map.of(key, value), parse(line));
    }

    @Test
    void aBackslashWithNInQuotesIsANewLine() throws BadStructureException {
        assertEquals(Map.of("note", "a\nb"), parse("note=\"a\\nb\""));
    }

    @Test
    void entriesKeepTheirOrderAndABlankLineHasNone() throws BadStructureException {
        assertEquals(
                List.of("Lattice", "Properties", "energy", "pbc"),
                List.copyOf(parse(VALID.get(0)).keySet()));
        assertEquals(
                List.of("stress", "a", "b", "c", "config-type", "relaxed"),
                List.copyOf(parse(VALID.get(1)).keySet()));
        assertEquals(Map.of(), parse(""));
        assertEquals(Map.of(), parse(" \t "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1 b=\"2 c|column 7 (\"2 c): the quote \" is not closed",
                "a=\"1\\\"|column 3 (\"1\\\"): the quote \" is not closed",
                "a=\"1\"2|column 6 (2): a blank must stand before the next entry",
                "a=[1,2|column 3 ([1,2): [ is not closed",
                "a=[[1,2]|column 3 ([[1,2]): [ is not closed",
                "a=[[[1]]]|column 3 ([[[1]]]): a list has more than two levels",
                "a={1 2|column 3 ({1 2): { is not closed",
                "a=b\"c\"|column 3 (b\"c\"): a quote stands within a word",
                "a=b{1 2}|column 3 (b{1 2}): the brackets of a word do not match",
                "a=1]|column 3 (1]): the brackets of a word do not match",
                "=5|column 1 (=5): there is no key",
                "\"\"=5|column 1 (\"\"=5): there is no key",
                "a=1 b=|column 5 (b=): the key has no value",
                "a= b=1|column 1 (a= b=1): the key has no value",
                "a=1 long=\"this is not closed at all|column 10 (\"this is not closed …): the quote \" is not closed"
            })
    void whatCannotBeReadIsShownWithItsColumn(String line, String message) {
        BadStructureException problem = assertThrows(BadStructureException.class, () -> parse(line));
        assertEquals(message + ". Write key=value, key=\"a value\", key=[1, 2] or a flag", problem.getMessage());
        assertEquals(2, problem.line());
    }

    @Test
    void whateverIsWrittenInQuotesIsReadAgain() throws BadStructureException {
        RandomStream random = RandomStream.of(3);
        for (int repeat = 0; repeat < 2000; repeat++) {
            Map<String, String> wanted = new LinkedHashMap<>();
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(5); i >= 0; i--) {
                String key = "k" + hostile(random, random.nextInt(6));
                String value = hostile(random, random.nextInt(12));
                wanted.remove(key);
                wanted.put(key, value);
                line.append(quoted(key))
                        .append(random.nextInt(2) == 0 ? "=" : " = ")
                        .append(quoted(value))
                        .append(' ');
            }
            assertEquals(wanted, parse(line.toString()), line::toString);
        }
    }

    @Test
    @Timeout(60) // a line's time must not grow with a power of its length
    void hostileLinesEndWithEntriesOrAProblem() {
        RandomStream random = RandomStream.of(4);
        int read = 0;
        for (int repeat = 0; repeat < 10_000; repeat++) {
            StringBuilder line = new StringBuilder(VALID.get(repeat % VALID.size()));
            for (int change = random.nextInt(6); change >= 0; change--) {
                int at = random.nextInt(line.length());
                int end = Math.min(line.length(), at + random.nextInt(4));
                line.replace(at, end, hostile(random, random.nextInt(4)));
            }
            read += isRead(line.toString()) ? 1 : 0;
        }
        assertTrue(read > 100 && read < 9_900, read + " of 10000 were read: the changes are too wild or too tame");
        for (String part :
                List.of("\"", "'", "[", "]", "[[", "[]", "{", "}", "(", "\\", "\\\"", "=", "a=", "a ", "[\"", " ")) {
            for (String before : List.of("", "a=", "a=\"", "a=[", "a={", "a=x", "a   ")) {
                isRead(before + part.repeat(50_000));
                isRead(before + part.repeat(50_000) + "\" b=1");
            }
        }
    }

    /** Any other exception fails the test. */
    private static boolean isRead(String line) {
        try {
            parse(line);
            return true;
        } catch (BadStructureException e) {
            assertTrue(e.getMessage().length() < 400, "a problem shows a piece of the line alone");
            return false;
        }
    }

    private static String hostile(RandomStream random, int length) {
        String letters = "\"\"''[]{}()\\\\= \tax1,:é";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        List<String> parts = new ArrayList<>();
        for (char letter : text.toCharArray()) {
            parts.add((letter == '"' || letter == '\\' ? "\\" : "") + letter);
        }
        return '"' + String.join("", parts) + '"';
    }
}
