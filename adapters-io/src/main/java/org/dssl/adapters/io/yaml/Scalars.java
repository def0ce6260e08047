package org.dssl.adapters.io.yaml;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The values of scalars: null, on/off, whole numbers, numbers, text; references to the environment replaced. */
final class Scalars {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private final UnaryOperator<String> environment;

    Scalars(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /**
     * Plain scalars are typed, quoted ones are text. A double-quoted scalar that is one reference and nothing else is
     * typed too, since inside { } a reference has to be quoted. Single quotes keep everything as it is.
     */
    Object value(ScalarNode node) {
        String text = node.getValue();
        if (node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED) {
            return text;
        }
        String replaced = replaceReferences(text);
        boolean typed = node.getTag().equals(PlainScalars.PLAIN)
                || REFERENCE.matcher(text).matches();
        return typed ? typed(replaced) : replaced;
    }

    private static Object typed(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "", "~", "null":
                return null;
            case "true", "on":
                return true;
            case "false", "off":
                return false;
            default:
                break;
        }
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }

    private String replaceReferences(String text) {
        if (!text.contains("${")) {
            return text;
        }
        String leftOver = REFERENCE.matcher(text).replaceAll("");
        if (leftOver.contains("${")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has a ${ that begins no reference. Write ${NAME} or ${NAME:-default}, or put the"
                            + " text in single quotes.");
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(lookUp(match.group(1), match.group(2))));
    }

    /** As in a shell, an empty variable counts as unset where there is a default. */
    private String lookUp(String name, String standard) {
        String value = environment.apply(name);
        if (standard != null && (value == null || value.isEmpty())) {
            return standard;
        }
        if (value == null) {
            throw new IllegalArgumentException(
                    "the environment variable " + name + " is not set. Set it, or write ${" + name + ":-default}.");
        }
        return value;
    }
}
