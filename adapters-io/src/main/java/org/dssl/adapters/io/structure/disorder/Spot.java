package org.dssl.adapters.io.structure.disorder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dssl.domain.crystal.Elements;

/** A place of the cell, in fractional coordinates, and what may be there; at least one occupant. */
public record Spot(double x, double y, double z, List<Occupant> occupants) {

    double occupancy() {
        return occupants.stream().mapToDouble(Occupant::occupancy).sum();
    }

    /** How much of each element is there, in the order of the file. */
    public Map<Integer, Double> parts() {
        Map<Integer, Double> parts = new LinkedHashMap<>();
        occupants.forEach(one -> parts.merge(one.atomicNumber(), one.occupancy(), Double::sum));
        return parts;
    }

    boolean isFull() {
        return occupants.size() == 1 && occupants.get(0).isFull();
    }

    /** {@code Fe1 (Fe 0.6, Ni 0.4)}. */
    String text() {
        return occupants.get(0).label()
                + parts().entrySet().stream()
                        .map(part -> Elements.symbol(part.getKey()) + " " + number(part.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
