package org.dssl.domain.crystal;

import java.util.Map;
import java.util.TreeMap;

/** The composition in smallest whole numbers, elements in the order of their symbols: {@code O3SrTi}. */
public final class ReducedFormula {
    private ReducedFormula() {}

    public static String of(Crystal crystal) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int number : crystal.atomicNumbers()) {
            counts.merge(Elements.symbol(number), 1, Integer::sum);
        }
        int divisor = counts.values().stream().reduce(0, ReducedFormula::greatestCommonDivisor);
        StringBuilder formula = new StringBuilder();
        counts.forEach((element, count) -> formula.append(element).append(count == divisor ? "" : count / divisor));
        return formula.toString();
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
