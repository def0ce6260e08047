package org.dssl.adapters.io.matbench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * JSON exactly as Python's {@code json.dumps} writes a dictionary with sorted keys: Matbench stores a hash of that text and
 * refuses a file whose hash is another. What differs from most writers: a blank after comma and colon, numbers as {@code
 * repr} has them, NaN and infinities by name, everything but printable ASCII escaped.
 */
final class PythonJson {
    private final StringBuilder text = new StringBuilder();

    private PythonJson() {}

    /** @param tree of maps with text keys, lists, texts, numbers, booleans and nulls */
    static String text(Map<String, ?> tree) {
        PythonJson json = new PythonJson();
        json.write(tree);
        return json.text.toString();
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> sorted = new TreeMap<>(map);
            items('{', sorted.entrySet(), '}', entry -> {
                quoted((String) entry.getKey());
                text.append(": ");
                write(entry.getValue());
            });
        } else if (value instanceof List<?> list) {
            items('[', list, ']', this::write);
        } else if (value instanceof String string) {
            quoted(string);
        } else if (value instanceof Double number) {
            text.append(number(number));
        } else if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("no JSON is made of " + value.getClass());
        }
    }

    private <T> void items(char open, Iterable<T> items, char close, Consumer<T> item) {
        text.append(open);
        for (Iterator<T> i = items.iterator(); i.hasNext(); ) {
            item.accept(i.next());
            text.append(i.hasNext() ? ", " : "");
        }
        text.append(close);
    }

    private void quoted(String string) {
        text.append('"');
        string.chars().forEach(c -> text.append(character((char) c)));
        text.append('"');
    }

    private static String character(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\f' -> "\\f";
            case '\b' -> "\\b";
            default -> c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    /** Python's {@code repr} of a float: the fewest digits that give it back, with an exponent below 1e-4 and from 1e16. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return String.valueOf(value);
        }
        String sign = Math.copySign(1, value) < 0 ? "-" : "";
        BigDecimal shortest = shortest(Math.abs(value));
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (value == 0 || exponent >= -4 && exponent < 16) {
            String plain = shortest.toPlainString();
            return sign + (plain.contains(".") ? plain : plain + ".0");
        }
        String digits = shortest.unscaledValue().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return sign + mantissa + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /**
     * Java's own text has a digit too many at times before Java 19. Fewer than 15 digits appear as trailing zeros of 15 but
     * for subnormal numbers; below a power of two numbers lie closer, so that there the nearest may be another number's.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = value < Double.MIN_NORMAL ? 1 : 15; digits < 17; digits++) {
            for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) {
                    return rounded.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
