package org.dssl.adapters.io.structure.xyz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dssl.adapters.io.structure.BadStructureException;

/** The comment line: {@code key=value key="a value" flag}. */
final class XyzKeys {
    private static final String QUOTED = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
    private static final String LIST = "\\[(?:[^\\[\\]]|\\[[^\\[\\]]*+])*+]";

    /** A key with its value in quotes, in braces, a list of one or two levels, or bare; a word alone is a flag. */
    private static final Pattern ENTRY = Pattern.compile("\\s*(?:" + QUOTED + "|([^\\s=\"]+))(?:\\s*=\\s*(?:" + QUOTED
            + "|'([^']*)'|\\{([^}]*)}|(" + LIST + ")|([^\\s\"'\\[{]\\S*)))?(?:\\s+|$)");

    private XyzKeys() {}

    /** In the order of the line; a flag has the value T. A key written twice keeps its last value, as in ASE. */
    static Map<String, String> parse(String comment, int line) throws BadStructureException {
        Map<String, String> keys = new LinkedHashMap<>();
        Matcher matcher = ENTRY.matcher(comment);
        int at = 0;
        while (at < comment.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                String rest = comment.substring(at);
                throw new BadStructureException(
                        line,
                        "cannot be understood from \"" + rest.substring(0, Math.min(20, rest.length()))
                                + "\" on; give key=value or key=\"a value\"");
            }
            keys.put(first(matcher, 1, 2), value(matcher));
            at = matcher.end();
        }
        return keys;
    }

    private static String value(Matcher matcher) {
        String value = first(matcher, 3, 4, 5, 6, 7);
        return value == null ? "T" : value.replaceAll("\\\\(.)", "$1");
    }

    private static String first(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return null;
    }
}
