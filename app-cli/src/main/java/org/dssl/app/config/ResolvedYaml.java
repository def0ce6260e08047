package org.dssl.app.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dssl.ports.config.Option;

/**
 * Checked values as YAML, in the order of the schema and with all defaults that mean something: equal values give equal
 * text. Presets are dissolved in it.
 */
final class ResolvedYaml {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z/_.][A-Za-z0-9/_.-]*( [A-Za-z0-9/_.-]+)*|builtin:[A-Za-z0-9_-]+");
    private static final Pattern SPECIAL =
            Pattern.compile("(?i)true|false|on|off|yes|no|y|n|null|[.]([0-9].*|inf|nan)");

    private final StringBuilder text = new StringBuilder();

    private ResolvedYaml() {}

    static String of(Section schema, SectionValues values) {
        ResolvedYaml yaml = new ResolvedYaml();
        yaml.section(schema, values, "");
        return yaml.text.toString();
    }

    private void section(Section schema, SectionValues values, String indent) {
        for (Option option : schema.options()) {
            boolean meaningless = KeysOfTypes.unused(schema.name(), option.name(), values.options());
            if (!meaningless && !option.name().equals("preset")) {
                Object value = values.options().asMap().get(option.name());
                text.append(indent)
                        .append(option.name())
                        .append(": ")
                        .append(value(value))
                        .append('\n');
            }
        }
        for (Section part : schema.sections()) {
            List<SectionValues> given = values.all(part.name());
            if (!given.isEmpty()) {
                text.append(indent).append(part.name()).append(":\n");
                part(part, given, indent + "  ");
            }
        }
    }

    private void part(Section part, List<SectionValues> given, String indent) {
        for (SectionValues entry : given) {
            switch (part.form()) {
                case NAMED:
                    text.append(indent).append(text(entry.name())).append(":\n");
                    Section kind = part.section(entry.options().text("type")).orElseThrow();
                    section(kind, entry, indent + "  ");
                    break;
                case ONE_OR_MORE:
                    int start = text.length();
                    section(part, entry, indent + "  ");
                    text.setCharAt(start + indent.length(), '-');
                    break;
                case TYPED:
                    section(part.typed(entry.options().text(Section.TYPE)), entry, indent);
                    break;
                default:
                    section(part, entry, indent);
            }
        }
    }

    private static String value(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof List) {
            return ((List<?>) value).stream().map(ResolvedYaml::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String ? text((String) value) : Wording.value(value);
    }

    /** Whole numbers need no quotes, since text options take them as they are. */
    private static String text(String value) {
        boolean number = value.matches("0|-?[1-9][0-9]{0,17}");
        if (number || PLAIN.matcher(value).matches() && !SPECIAL.matcher(value).matches()) {
            return value;
        }
        if (value.contains("${")) {
            return "'" + value.replace("'", "''") + "'";
        }
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
