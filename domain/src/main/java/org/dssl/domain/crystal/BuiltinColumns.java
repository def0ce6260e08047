package org.dssl.domain.crystal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The columns of {@code element_columns.csv}, and the two micro-properties of {@link Elements}. */
final class BuiltinColumns {
    /** In the order of the file, after number and symbol. */
    private static final List<String> NAMES = List.of(
            "group",
            "period",
            "block",
            "electronegativity",
            "covalent-radius",
            "ionisation-energy",
            "electron-affinity",
            "atomic-volume");

    private static final List<String> CLASSES = List.of("group", "period", "block");
    private static final Map<String, String> UNITS = Map.of(
            "covalent-radius", "Å", "ionisation-energy", "eV", "electron-affinity", "eV", "atomic-volume", "cm³/mol");

    /** The last column of the file, by atomic number − 1: for densities, not for tasks. */
    static final double[] ATOMIC_WEIGHTS = rows().stream()
            .mapToDouble(row -> Double.parseDouble(row[2 + NAMES.size()]))
            .toArray();

    static final SortedMap<String, ElementColumn> BY_NAME = Collections.unmodifiableSortedMap(read());

    private BuiltinColumns() {}

    private static SortedMap<String, ElementColumn> read() {
        SortedMap<String, ElementColumn> columns = new TreeMap<>();
        List<String[]> rows = rows();
        for (int k = 0; k < NAMES.size(); k++) {
            Map<String, String> texts = new HashMap<>();
            for (String[] row : rows) {
                if (!row[2 + k].isEmpty()) {
                    texts.put(row[1], row[2 + k]);
                }
            }
            columns.put(NAMES.get(k), column(NAMES.get(k), texts));
        }
        columns.put("valence-electrons", ElementColumn.ofClasses("valence-electrons", texts(number -> {
            OptionalInt electrons = Elements.valenceElectrons(number);
            return electrons.isPresent() ? Integer.toString(electrons.getAsInt()) : null;
        })));
        columns.put("atomic-stiffness", column("atomic-stiffness", texts(number -> {
            OptionalDouble stiffness = Elements.atomicStiffness(number);
            return stiffness.isPresent() ? Double.toString(stiffness.getAsDouble()) : null;
        })));
        return columns;
    }

    private static ElementColumn column(String name, Map<String, String> texts) {
        if (CLASSES.contains(name)) {
            return ElementColumn.ofClasses(name, texts);
        }
        Map<String, Double> numbers = new HashMap<>();
        texts.forEach((symbol, text) -> numbers.put(symbol, Double.parseDouble(text)));
        return ElementColumn.ofNumbers(name, UNITS.getOrDefault(name, ""), numbers);
    }

    private static Map<String, String> texts(IntFunction<String> ofNumber) {
        Map<String, String> texts = new HashMap<>();
        for (int number = 1; number <= Elements.KNOWN; number++) {
            String text = ofNumber.apply(number);
            if (text != null) {
                texts.put(Elements.symbol(number), text);
            }
        }
        return texts;
    }

    private static List<String[]> rows() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ElementColumn.class.getResourceAsStream("element_columns.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
