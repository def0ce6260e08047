package org.dssl.domain.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Two sets of crystals side by side: A to pretrain on, B to predict of. */
public record DatasetComparison(DatasetProfile a, DatasetProfile b, Outlook outlook, Duplicates duplicates) {

    public static DatasetComparison of(DatasetProfile a, DatasetProfile b) {
        return new DatasetComparison(
                a, b, Outlook.of(a.elements(), b.elements()), Duplicates.between(a.crystals(), b.crystals()));
    }

    /** Elements of B that no crystal of A contains, the most frequent in B first. */
    public List<Integer> absent() {
        return b.elements().elements().stream()
                .filter(number -> a.elements().ofCrystals(number) == 0)
                .sorted(Comparator.comparingDouble(
                        (Integer number) -> -b.elements().ofAtoms(number)))
                .toList();
    }

    /** Elements of either set, by atomic number. */
    public List<Integer> elements() {
        TreeSet<Integer> elements = new TreeSet<>(a.elements().elements());
        elements.addAll(b.elements().elements());
        return List.copyOf(elements);
    }

    /** Elements of either set, those with the largest difference of their shares of the atoms first. */
    public List<Integer> byDifference() {
        return elements().stream()
                .sorted(Comparator.comparingDouble((Integer number) -> -difference(number)))
                .toList();
    }

    /** As maps and lists, for JSON: shares of A come before those of B. */
    public Map<String, Object> tree() {
        return new ComparisonTree(this).tree();
    }

    private double difference(int number) {
        return Math.abs(a.elements().ofAtoms(number) - b.elements().ofAtoms(number));
    }
}
