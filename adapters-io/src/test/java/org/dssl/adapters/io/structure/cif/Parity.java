package org.dssl.adapters.io.structure.cif;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.ElementSymbols;
import org.dssl.adapters.io.structure.disorder.Spot;
import org.dssl.domain.crystal.Lattice;

/**
 * How a structure of ours compares with pymatgen's of the same file.
 *
 * @param difference why they are not the same; null if they are
 * @param shift that was added to our fractional coordinates
 * @param deviation the largest distance between an atom and its counterpart, Å
 */
record Parity(String difference, double[] shift, double deviation) {
    /** Relative, of the cell's lengths; in degrees, of its angles. */
    private static final double CELL = 1e-5;
    /** Of occupancies. */
    private static final double PART = 1e-3;
    /** As coordinates with three digits are rounded in a cell of 20 Å; and we move atoms onto special positions, Å. */
    private static final double SAME_PLACE = 0.02;

    static Parity of(Lattice lattice, List<Spot> ours, JsonNode theirs) {
        for (int i = 0; i < 3; i++) {
            double length = theirs.get("abc").get(i).doubleValue();
            double angle = theirs.get("angles").get(i).doubleValue();
            if (Math.abs(lattice.length(i) / length - 1) > CELL || Math.abs(lattice.angle(i) - angle) > CELL * 100) {
                return different("cell");
            }
        }
        JsonNode sites = theirs.get("sites");
        if (ours.size() != sites.size()) {
            return different(ours.size() + " places, not " + sites.size());
        }
        double deviation = deviation(lattice, ours, sites, new double[3]);
        if (deviation <= SAME_PLACE) {
            return new Parity(null, new double[3], deviation);
        }
        for (JsonNode site : sites) {
            Spot first = ours.get(0);
            double[] shift = {
                coordinate(site, 0) - first.x(), coordinate(site, 1) - first.y(), coordinate(site, 2) - first.z()
            };
            double shifted = deviation(lattice, ours, sites, shift);
            if (shifted <= SAME_PLACE) {
                return new Parity(null, shift, shifted);
            }
        }
        return different("positions");
    }

    private static Parity different(String why) {
        return new Parity(why, new double[3], Double.NaN);
    }

    private static double deviation(Lattice lattice, List<Spot> ours, JsonNode sites, double[] shift) {
        boolean[] taken = new boolean[sites.size()];
        double largest = 0;
        for (Spot spot : ours) {
            int best = -1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < taken.length; i++) {
                double distance = taken[i] ? nearest : distance(lattice, spot, sites.get(i), shift);
                if (distance < nearest && sameElements(spot, sites.get(i))) {
                    best = i;
                    nearest = distance;
                }
            }
            if (best < 0) {
                return Double.POSITIVE_INFINITY;
            }
            taken[best] = true;
            largest = Math.max(largest, nearest);
        }
        return largest;
    }

    private static double distance(Lattice lattice, Spot spot, JsonNode site, double[] shift) {
        double a = nearest(spot.x() + shift[0] - coordinate(site, 0));
        double b = nearest(spot.y() + shift[1] - coordinate(site, 1));
        double c = nearest(spot.z() + shift[2] - coordinate(site, 2));
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            square += Math.pow(lattice.cartesian(a, b, c, axis), 2);
        }
        return Math.sqrt(square);
    }

    private static double nearest(double difference) {
        return difference - Math.rint(difference);
    }

    private static double coordinate(JsonNode site, int axis) {
        return site.get("frac").get(axis).doubleValue();
    }

    private static boolean sameElements(Spot spot, JsonNode site) {
        Map<Integer, Double> theirs = new HashMap<>();
        site.get("species").properties().forEach(part -> {
            String symbol = part.getKey().replaceAll("[0-9.+-]", "");
            theirs.merge(
                    ElementSymbols.number(symbol).orElseThrow(), part.getValue().doubleValue(), Double::sum);
        });
        return theirs.keySet().equals(spot.parts().keySet())
                && theirs.entrySet().stream()
                        .allMatch(
                                part -> Math.abs(part.getValue() - spot.parts().get(part.getKey())) <= PART);
    }
}
