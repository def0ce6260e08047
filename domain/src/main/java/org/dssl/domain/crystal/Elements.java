package org.dssl.domain.crystal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The chemical elements and their tables: {@code elements.csv} beside this class names its sources. A network knows the
 * first {@link #KNOWN} elements (the columns of its one-hot encoding).
 */
public final class Elements {
    /** Elements 1 … 100 can enter a network. */
    public static final int KNOWN = 100;

    private record Row(String symbol, String name, OptionalInt valenceElectrons, OptionalDouble atomicStiffness) {}

    private static final List<Row> ROWS = read();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        for (int i = 0; i < ROWS.size(); i++) {
            NUMBERS.put(ROWS.get(i).symbol(), i + 1);
        }
    }

    private Elements() {}

    private static List<Row> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Elements.class.getResourceAsStream("elements.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.split(",", -1))
                    .map(f -> new Row(
                            f[1],
                            f[2],
                            f[3].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(f[3])),
                            f[4].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(f[4]))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The atomic number of a symbol such as {@code Fe}; empty if there is no such element. */
    public static OptionalInt number(String symbol) {
        Integer number = NUMBERS.get(symbol);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public static String symbol(int number) {
        return ROWS.get(number - 1).symbol();
    }

    public static String name(int number) {
        return ROWS.get(number - 1).name();
    }

    /** Valence electrons, 1 … 17. */
    public static OptionalInt valenceElectrons(int number) {
        return ROWS.get(number - 1).valenceElectrons();
    }

    /** Atomic stiffness as published by Jin, Yuan, Gao (2023). */
    public static OptionalDouble atomicStiffness(int number) {
        return ROWS.get(number - 1).atomicStiffness();
    }

    /** Standard atomic weight, g/mol; of the longest-lived isotope where no isotope is stable. */
    public static double atomicWeight(int number) {
        return BuiltinColumns.ATOMIC_WEIGHTS[number - 1];
    }

    /** @throws CrystalException unless 1 ≤ number ≤ {@link #KNOWN} */
    static void requireKnown(int number) {
        if (number < 1 || number > KNOWN) {
            String what = number >= 1 && number <= ROWS.size()
                    ? symbol(number) + " (Z = " + number + ")"
                    : "atomic number " + number;
            throw new CrystalException(what + " is outside the element table; known are Z = 1 (H) to " + KNOWN + " ("
                    + symbol(KNOWN) + ")");
        }
    }
}
