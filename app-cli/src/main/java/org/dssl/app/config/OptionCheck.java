package org.dssl.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.Option.Type;

/** Checks one value against its option. Problems are thrown as {@link Wrong}, to be collected with their place. */
final class OptionCheck {
    private static final Map<Type, Type> ELEMENT = Map.of(
            Type.INTEGERS,
            Type.INTEGER,
            Type.NUMBERS,
            Type.NUMBER,
            Type.TEXTS,
            Type.TEXT,
            Type.SCALARS,
            Type.SCALARS,
            Type.CHOICES,
            Type.CHOICE);

    private OptionCheck() {}

    /** What is wrong with a value, without its place. */
    static final class Wrong extends Exception {
        Wrong(String message) {
            super(message);
        }
    }

    static Object value(Option option, ConfigNode node) throws Wrong {
        Type element = ELEMENT.get(option.type());
        if (element == null) {
            return single(option, option.type(), node.value());
        }
        if (!node.isList()) {
            return node.value() == null ? absent(option) : List.of(single(option, element, node.value()));
        }
        List<Object> values = new ArrayList<>();
        for (ConfigNode item : node.list()) {
            if (item.value() == null) {
                throw new Wrong("has an entry without a value. Remove it.");
            }
            values.add(single(option, element, item.value()));
        }
        return values;
    }

    private static Object single(Option option, Type type, Object value) throws Wrong {
        if (value == null) {
            return absent(option);
        }
        switch (type) {
            case INTEGER:
                return integer(option, value);
            case NUMBER:
                return number(option, value);
            case BOOLEAN:
                if (value instanceof Boolean) {
                    return value;
                }
                throw new Wrong("must be on or off, not " + shown(value) + ".");
            case TEXT:
            case PATH:
                return text(value);
            case SCALARS:
                if (value instanceof Map || value instanceof List) {
                    throw new Wrong("must be plain values, not " + shown(value) + ".");
                }
                return Wording.value(value);
            default:
                return choice(option, value);
        }
    }

    /** Nothing is a value only where nothing is the default. */
    private static Object absent(Option option) throws Wrong {
        if (option.defaultValue() == null) {
            return null;
        }
        throw new Wrong("has no value. Give one, or remove the key for the default, "
                + Wording.value(option.defaultValue()) + ".");
    }

    private static Long integer(Option option, Object value) throws Wrong {
        double number = value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
        if (number != Math.rint(number) || Math.abs(number) > Long.MAX_VALUE) {
            throw new Wrong("must be a whole number, not " + shown(value) + ".");
        }
        checkRange(option, number, value);
        return ((Number) value).longValue();
    }

    private static Double number(Option option, Object value) throws Wrong {
        if (!(value instanceof Number) || Double.isInfinite(((Number) value).doubleValue())) {
            throw new Wrong("must be a number, not " + shown(value) + ".");
        }
        checkRange(option, ((Number) value).doubleValue(), value);
        return ((Number) value).doubleValue();
    }

    private static void checkRange(Option option, double number, Object value) throws Wrong {
        if (number < option.minimum() || number > option.maximum()) {
            throw new Wrong("must be " + Wording.range(option) + ", not " + shown(value) + ".");
        }
    }

    /** Whole numbers are text too, so that folds and ids need no quotes; others would not keep their digits. */
    private static String text(Object value) throws Wrong {
        if (value instanceof String || value instanceof Long) {
            return value.toString();
        }
        boolean quotable = value instanceof Boolean || value instanceof Double;
        throw new Wrong("must be text, not " + shown(value) + "." + (quotable ? " Put it in quotes." : ""));
    }

    private static String choice(Option option, Object value) throws Wrong {
        String text = value instanceof Boolean ? shown(value) : String.valueOf(value);
        if (option.allowed().contains(text)) {
            return text;
        }
        String near = value instanceof String
                ? Suggestions.didYouMean(text.toLowerCase(Locale.ROOT), option.allowed())
                        .strip()
                : "";
        String one = option.allowed().size() == 1 ? "must be " : "must be one of ";
        throw new Wrong(one + String.join(", ", option.allowed()) + ", not " + shown(value) + "."
                + (near.isEmpty() ? "" : " ") + near);
    }

    static String shown(Object value) {
        if (value instanceof List) {
            return "a list";
        }
        if (value instanceof Map) {
            return "keys and values";
        }
        return value instanceof String ? "\"" + value + "\"" : Wording.value(value);
    }
}
