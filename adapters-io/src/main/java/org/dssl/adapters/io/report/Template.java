package org.dssl.adapters.io.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places as <code>{{name}}</code>. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final String text;

    Template(String text) {
        this.text = text;
    }

    /** Fills all places in one pass: what looks like a place in a value stays as it is. */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing to put into " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Text as HTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
