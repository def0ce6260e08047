package org.dssl.domain.crystal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.dssl.domain.train.Statistics;

/**
 * A property of the elements: numbers, or classes such as the block. {@code element_columns.csv} and {@code elements.csv}
 * beside this class name the sources of the built-in ones.
 */
public final class ElementColumn {
    private final String name;
    private final String unit;
    /** The names of the classes in their order; empty for numbers. */
    private final List<String> classes;
    /** By atomic number − 1: the number, or the class counted from 0; NaN if unknown. */
    private final double[] values;

    private ElementColumn(String name, String unit, List<String> classes, double[] values) {
        this.name = name;
        this.unit = unit;
        this.classes = classes;
        this.values = values;
    }

    /**
     * @param unit "" if none
     * @param values by symbol; elements left out are unknown
     * @throws CrystalException if a symbol is none of the elements 1 … {@link Elements#KNOWN}, or a value is not finite
     */
    public static ElementColumn ofNumbers(String name, String unit, Map<String, Double> values) {
        double[] byNumber = unknown();
        values.forEach((symbol, value) -> {
            if (!Double.isFinite(value)) {
                throw new CrystalException(symbol + " has the " + name + " " + value + ", which is not finite");
            }
            byNumber[number(symbol) - 1] = value;
        });
        return new ElementColumn(name, unit, List.of(), byNumber);
    }

    /**
     * Classes are ordered by name, numbers among them by value.
     *
     * @param classes by symbol; elements left out are unknown
     * @throws CrystalException if a symbol is none of the elements 1 … {@link Elements#KNOWN}
     */
    public static ElementColumn ofClasses(String name, Map<String, String> classes) {
        List<String> names = classes.values().stream()
                .distinct()
                .sorted(ElementColumn::order)
                .toList();
        double[] byNumber = unknown();
        classes.forEach((symbol, value) -> byNumber[number(symbol) - 1] = names.indexOf(value));
        return new ElementColumn(name, "", names, byNumber);
    }

    /** A built-in column, one of {@link #names}. */
    public static Optional<ElementColumn> named(String name) {
        return Optional.ofNullable(BuiltinColumns.BY_NAME.get(name));
    }

    /** The built-in columns, ordered by name. */
    public static List<String> names() {
        return List.copyOf(BuiltinColumns.BY_NAME.keySet());
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public boolean hasClasses() {
        return !classes.isEmpty();
    }

    /** The classes' names; the place of each is its number. Empty for a column of numbers. */
    public List<String> classes() {
        return classes;
    }

    /** The number, or the place of the class, of an element; empty if unknown. */
    public OptionalDouble value(int number) {
        double value = values[number - 1];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** How many of the elements 1 … {@link Elements#KNOWN} have a value. */
    public int known() {
        return (int) numbers().count();
    }

    /** Over the elements with a value, each once. */
    public double mean() {
        return numbers().average().orElse(0);
    }

    /** Population deviation over the elements with a value, each once; 1 if they do not differ. */
    public double spread() {
        double deviation = Statistics.populationDeviation(numbers().toArray());
        return deviation > 0 ? deviation : 1;
    }

    private DoubleStream numbers() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value));
    }

    private static double[] unknown() {
        double[] values = new double[Elements.KNOWN];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static int number(String symbol) {
        int number = Elements.number(symbol)
                .orElseThrow(() -> new CrystalException("'" + symbol + "' is no element's symbol"));
        Elements.requireKnown(number);
        return number;
    }

    /** 2 before 10, and numbers before words. */
    private static int order(String a, String b) {
        boolean first = a.matches("\\d{1,9}");
        boolean second = b.matches("\\d{1,9}");
        if (first && second) {
            return Integer.compare(Integer.parseInt(a), Integer.parseInt(b));
        }
        return first != second ? Boolean.compare(second, first) : a.compareTo(b);
    }
}
