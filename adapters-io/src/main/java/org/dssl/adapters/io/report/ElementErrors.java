package org.dssl.adapters.io.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dssl.domain.crystal.Elements;

/** Errors on the test crystals that contain an element, over all finished parts, of each model and target. */
final class ElementErrors {
    private final Formulas formulas;
    private final Map<Key, Sum> sums = new TreeMap<>();
    private int unknown;

    private record Key(String variant, String target, int number) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = variant.compareTo(other.variant);
            order = order == 0 ? target.compareTo(other.target) : order;
            return order == 0 ? Integer.compare(number, other.number) : order;
        }
    }

    private static final class Sum {
        private final Set<String> crystals = new HashSet<>();
        private int predictions;
        private double signed;
        private double absolute;

        private void add(String id, double error) {
            crystals.add(id);
            predictions++;
            signed += error;
            absolute += Math.abs(error);
        }
    }

    /**
     * @param crystals with the element; one that is in several test parts counts once
     * @param error mean of predicted − true
     * @param mae mean absolute error
     */
    record ElementError(
            String variant, String target, int number, String element, int crystals, double error, double mae) {}

    ElementErrors(Formulas formulas, List<Parts.Points> predictions) {
        this.formulas = formulas;
        predictions.forEach(this::add);
    }

    private void add(Parts.Points points) {
        for (int i = 0; i < points.ids().size(); i++) {
            String id = points.ids().get(i);
            double error = points.predicted().get(i) - points.truth().get(i);
            Set<String> elements = formulas.elements(id);
            if (elements.isEmpty()) {
                unknown++;
            }
            for (String element : elements) {
                Elements.number(element).ifPresent(number -> sums.computeIfAbsent(
                                new Key(points.variant(), points.target(), number), key -> new Sum())
                        .add(id, error));
            }
        }
    }

    /** By model, target and atomic number. */
    List<ElementError> all() {
        List<ElementError> all = new ArrayList<>();
        sums.forEach((key, sum) -> all.add(new ElementError(
                key.variant(),
                key.target(),
                key.number(),
                Elements.symbol(key.number()),
                sum.crystals.size(),
                sum.signed / sum.predictions,
                sum.absolute / sum.predictions)));
        return all;
    }

    /** Predictions for crystals of which only the id is known. */
    int unknown() {
        return unknown;
    }
}
