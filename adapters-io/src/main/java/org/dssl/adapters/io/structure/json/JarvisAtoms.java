package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.ElementSymbols;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.adapters.io.structure.disorder.Occupant;
import org.dssl.adapters.io.structure.disorder.Spot;
import org.dssl.domain.crystal.Lattice;

/**
 * A crystal as JARVIS writes it: {@code lattice_mat} (rows, Å), {@code elements}, {@code coords}, which are fractional unless
 * {@code cartesian} is true.
 */
final class JarvisAtoms {
    private JarvisAtoms() {}

    static boolean looksLikeOne(JsonNode node) {
        return node.isObject() && node.has("lattice_mat") && node.has("coords");
    }

    static JsonStructure read(JsonNode node) throws BadStructureException {
        Lattice lattice = JsonStructure.lattice(node.path("lattice_mat"), "lattice_mat");
        JsonNode coordinates = JsonStructure.list(node, "coords");
        JsonNode elements = JsonStructure.list(node, "elements");
        Limits.requireAtoms(coordinates.size(), 0);
        if (elements.size() != coordinates.size()) {
            throw new BadStructureException(
                    0, elements.size() + " elements, but " + coordinates.size() + " positions in coords");
        }
        boolean cartesian = node.path("cartesian").asBoolean(false);
        List<Spot> spots = new ArrayList<>(coordinates.size());
        for (int i = 0; i < coordinates.size(); i++) {
            double[] at = new double[3];
            JsonStructure.copy(coordinates.get(i), "coords[" + i + "]", at, 0);
            String symbol = elements.get(i).asText("").strip();
            String where = "elements[" + i + "]";
            int number = ElementSymbols.number(symbol)
                    .orElseThrow(() -> new BadStructureException(0, where + ": " + ElementSymbols.unknown(symbol)));
            List<Occupant> one = List.of(Occupant.full(where, number, 0));
            spots.add(
                    cartesian
                            ? new Spot(
                                    lattice.fractional(at[0], at[1], at[2], 0),
                                    lattice.fractional(at[0], at[1], at[2], 1),
                                    lattice.fractional(at[0], at[1], at[2], 2),
                                    one)
                            : new Spot(at[0], at[1], at[2], one));
        }
        return new JsonStructure(lattice, spots, Map.of(), Map.of(), null);
    }
}
