package org.dssl.domain.prototype;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * An element in an oxidation state.
 *
 * @param radii Shannon's effective ionic radius by coordination number, Å ({@code ions.csv} names its sources)
 */
record Ion(int atomicNumber, String symbol, int charge, NavigableMap<Integer, Double> radii) {
    static final List<Ion> CATIONS = read(1);
    static final List<Ion> ANIONS = read(-1);

    /** The radius at the tabulated coordination nearest to a site's; of two equally near the lower. */
    double radius(int coordination) {
        Integer below = radii.floorKey(coordination);
        Integer above = radii.ceilingKey(coordination);
        if (below == null || (above != null && above - coordination < coordination - below)) {
            return radii.get(above);
        }
        return radii.get(below);
    }

    private static List<Ion> read(int sign) {
        Map<String, Ion> ions = new LinkedHashMap<>();
        for (String[] row : Table.rows("ions.csv")) {
            int charge = Integer.parseInt(row[2]);
            if (Integer.signum(charge) == sign) {
                ions.computeIfAbsent(
                                row[1] + charge,
                                key -> new Ion(Integer.parseInt(row[0]), row[1], charge, new TreeMap<>()))
                        .radii()
                        .put(Integer.parseInt(row[3]), Double.parseDouble(row[4]));
            }
        }
        return List.copyOf(new ArrayList<>(ions.values()));
    }
}
