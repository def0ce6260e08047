package org.dssl.adapters.io.structure.xyz;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;

/**
 * The comment line: {@code key=value key="a value" key=[1, 2] flag}. Read once from left to right, so that its time grows
 * with the line's length whatever stands in it.
 *
 * @see <a href="https://github.com/libAtoms/extxyz">Specification of extended XYZ</a>
 */
final class XyzKeys {
    private final XyzScanner scanner;

    private XyzKeys(XyzScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * In the order of the line. A flag has the value T, a value in quotes or braces what is between them, a list its text
     * with the brackets. A key written twice keeps its last value, as in ASE.
     */
    static Map<String, String> parse(String comment, int line) throws BadStructureException {
        return new XyzKeys(new XyzScanner(comment, line)).entries();
    }

    private Map<String, String> entries() throws BadStructureException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (scanner.skipBlanks(); !scanner.atEnd(); scanner.skipBlanks()) {
            int start = scanner.at();
            String key = scanner.sees('"') ? scanner.quoted() : scanner.word(true);
            if (key.isBlank()) {
                throw scanner.problem(start, "there is no key");
            }
            int end = scanner.at();
            scanner.skipBlanks();
            if (scanner.sees('=')) {
                scanner.skip();
                entries.put(key, value(start));
            } else {
                scanner.backTo(end);
                entries.put(key, "T");
            }
            scanner.requireBlank();
        }
        return entries;
    }

    private String value(int start) throws BadStructureException {
        int sign = scanner.at();
        scanner.skipBlanks();
        if (scanner.atEnd()) {
            throw scanner.problem(start, "the key has no value");
        }
        return switch (scanner.next()) {
            case '"', '\'' -> scanner.quoted();
            case '{' -> scanner.enclosed('}');
            case '(' -> scanner.enclosed(')');
            case '[' -> scanner.list();
            default -> bare(start, scanner.at() > sign);
        };
    }

    /** After {@code a= b=1}, b=1 is more likely the next entry than the value of a. */
    private String bare(int start, boolean apart) throws BadStructureException {
        String value = scanner.word(false);
        if (apart && value.indexOf('=') >= 0) {
            throw scanner.problem(start, "the key has no value");
        }
        return value;
    }
}
