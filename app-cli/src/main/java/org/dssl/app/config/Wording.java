package org.dssl.app.config;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dssl.ports.config.Option;

/** How values, types and ranges are written for people. */
final class Wording {
    private static final Set<Option.Type> WITHOUT_RANGE =
            EnumSet.of(Option.Type.BOOLEAN, Option.Type.TEXT, Option.Type.PATH, Option.Type.SCALARS);

    private Wording() {}

    static String value(Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof Boolean) {
            return (Boolean) value ? "on" : "off";
        }
        if (value instanceof Double) {
            return number((Double) value);
        }
        if (value instanceof List) {
            return ((List<?>) value).stream().map(Wording::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }

    /** As short as reads back to the same number: 8.0, 0.001, 1e-4. */
    static String number(double value) {
        if (value == 0 || Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7 || Double.isNaN(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        return exact.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    /** Of a key that another type of its section uses. */
    static String meaningless(String type, List<String> using) {
        return "has no meaning with type: " + type + ", only with " + String.join(" or ", using)
                + ". Remove it, or change the type.";
    }

    static String type(Option option) {
        switch (option.type()) {
            case INTEGER:
                return "whole number";
            case NUMBER:
                return "number";
            case BOOLEAN:
                return "on or off";
            case TEXT:
                return "text";
            case PATH:
                return "file";
            case CHOICE:
                return option.allowed().size() == 1 ? "choice" : "one of";
            case INTEGERS:
                return "list of whole numbers";
            case NUMBERS:
                return "list of numbers";
            case TEXTS:
                return "list of texts";
            case SCALARS:
                return "list of values";
            default:
                return "list of";
        }
    }

    /** {@code at least 1}, {@code between 0 and 1}; "" if every number is allowed. */
    static String range(Option option) {
        if (!option.allowed().isEmpty() || WITHOUT_RANGE.contains(option.type())) {
            return "";
        }
        boolean whole = option.type() == Option.Type.INTEGER || option.type() == Option.Type.INTEGERS;
        boolean low = whole ? option.minimum() > Long.MIN_VALUE : option.minimum() > Double.NEGATIVE_INFINITY;
        boolean high = whole ? option.maximum() < Integer.MAX_VALUE : option.maximum() < Double.POSITIVE_INFINITY;
        String unit = option.unit().isEmpty() ? "" : " " + option.unit();
        if (low && high) {
            return "between " + bound(option.minimum()) + " and " + bound(option.maximum()) + unit;
        }
        if (low) {
            return "at least " + bound(option.minimum()) + unit;
        }
        return high ? "at most " + bound(option.maximum()) + unit : "";
    }

    private static String bound(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : number(value);
    }
}
