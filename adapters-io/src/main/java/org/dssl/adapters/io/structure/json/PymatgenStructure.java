package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.ElementSymbols;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.adapters.io.structure.disorder.Occupant;
import org.dssl.adapters.io.structure.disorder.Spot;

/**
 * A crystal from pymatgen's {@code Structure.as_dict()}: {@code lattice.matrix} (rows, Å) and {@code sites}, each with
 * {@code abc} (fractional) and its species with their occupancies. Numbers among its {@code properties}, such as an
 * energy, become labels; a property of three numbers that every site has, such as {@code forces}, becomes vectors.
 */
final class PymatgenStructure {
    /** Occupancies of a shared site are rounded each. */
    private static final double OVERFULL = 0.02;

    private PymatgenStructure() {}

    static boolean looksLikeOne(JsonNode node) {
        return node.isObject() && node.has("lattice") && node.has("sites");
    }

    static JsonStructure read(JsonNode node) throws BadStructureException {
        JsonNode sites = JsonStructure.list(node, "sites");
        Limits.requireAtoms(sites.size(), 0);
        List<Spot> spots = new ArrayList<>(sites.size());
        String disorder = null;
        for (int i = 0; i < sites.size(); i++) {
            JsonNode site = sites.get(i);
            String label = site.path("label").asText("");
            String where = "sites[" + i + "]" + (label.isEmpty() ? "" : " (" + Shown.text(label) + ")");
            double[] at = new double[3];
            JsonStructure.copy(site.path("abc"), where + ".abc", at, 0);
            List<Occupant> occupants =
                    occupants(site.path("species"), where, label.isEmpty() ? "sites[" + i + "]" : label);
            if (disorder == null && (occupants.size() > 1 || !occupants.get(0).isFull())) {
                disorder = where + " holds " + written(site.path("species"))
                        + "; only fully occupied, ordered structures can be used";
            }
            spots.add(new Spot(at[0], at[1], at[2], occupants));
        }
        return new JsonStructure(
                JsonStructure.lattice(node.path("lattice").path("matrix"), "lattice.matrix"),
                spots,
                labels(node),
                vectors(sites),
                disorder);
    }

    private static Map<String, String> labels(JsonNode node) {
        Map<String, String> labels = new HashMap<>();
        node.path("properties").properties().forEach(property -> {
            if (property.getValue().isNumber()) {
                labels.put(property.getKey(), property.getValue().asText());
            }
        });
        return labels;
    }

    private static Map<String, double[]> vectors(JsonNode sites) throws BadStructureException {
        Map<String, double[]> vectors = new HashMap<>();
        Iterator<String> names = sites.path(0).path("properties").fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            double[] values = new double[3 * sites.size()];
            int known = 0;
            for (JsonNode site : sites) {
                JsonNode three = site.path("properties").path(name);
                if (three.isArray() && three.size() == 3 && three.get(0).isNumber()) {
                    JsonStructure.copy(three, "sites[" + known + "].properties." + name, values, 3 * known++);
                }
            }
            if (known == sites.size()) {
                vectors.put(name.equals("force") ? "forces" : name, values);
            }
        }
        return vectors;
    }

    private static List<Occupant> occupants(JsonNode species, String where, String label) throws BadStructureException {
        List<Occupant> occupants = new ArrayList<>();
        double sum = 0;
        for (JsonNode one : species) {
            String symbol = one.path("element").asText("");
            int number = ElementSymbols.number(symbol)
                    .orElseThrow(() -> new BadStructureException(0, where + ": " + ElementSymbols.unknown(symbol)));
            JsonNode stated = one.path("occu");
            double occupancy = stated.isMissingNode() ? 1 : stated.asDouble(Double.NaN);
            sum += occupancy;
            if (!(occupancy >= 0 && sum <= 1 + OVERFULL)) {
                throw new BadStructureException(
                        0, where + " holds " + written(species) + "; together at most 1 is possible");
            }
            occupants.add(new Occupant(label, number, Math.min(1, occupancy), "", null, 0));
        }
        if (occupants.isEmpty()) {
            throw new BadStructureException(0, where + " holds no species");
        }
        return occupants;
    }

    private static String written(JsonNode species) {
        StringBuilder text = new StringBuilder();
        for (JsonNode one : species) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(one.path("element").asText("?"))
                    .append(' ')
                    .append(one.path("occu").asText("1"));
        }
        return Shown.text(text.toString());
    }
}
