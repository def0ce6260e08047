package org.dssl.domain.crystal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The composition in smallest whole numbers. */
public final class ReducedFormula {
    private static final ElementColumn ELECTRONEGATIVITY =
            ElementColumn.named("electronegativity").orElseThrow();

    private ReducedFormula() {}

    /** Elements in the order of their symbols, {@code O3SrTi}: for comparing. */
    public static String of(Crystal crystal) {
        return of(crystal, Comparator.naturalOrder());
    }

    /**
     * As people write it, {@code SrTiO3}: by electronegativity (Pauling), elements without one last, equal ones by their
     * symbols.
     */
    public static String written(Crystal crystal) {
        return of(
                crystal,
                Comparator.comparingDouble(ReducedFormula::electronegativity).thenComparing(Comparator.naturalOrder()));
    }

    private static double electronegativity(String symbol) {
        return ELECTRONEGATIVITY.value(Elements.number(symbol).orElseThrow()).orElse(Double.POSITIVE_INFINITY);
    }

    private static String of(Crystal crystal, Comparator<String> order) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int number : crystal.atomicNumbers()) {
            counts.merge(Elements.symbol(number), 1, Integer::sum);
        }
        int divisor = counts.values().stream().reduce(0, ReducedFormula::greatestCommonDivisor);
        StringBuilder formula = new StringBuilder();
        List<String> elements = counts.keySet().stream().sorted(order).toList();
        for (String element : elements) {
            int count = counts.get(element) / divisor;
            formula.append(element).append(count == 1 ? "" : count);
        }
        return formula.toString();
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
