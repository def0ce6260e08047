package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.ElementSymbols;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;

/**
 * A crystal from pymatgen's {@code Structure.as_dict()}: {@code lattice.matrix} (rows, Å) and {@code sites}, each with
 * {@code abc} (fractional) and one species of occupancy 1. Numbers among its {@code properties}, such as an energy, become
 * labels; a property of three numbers that every site has, such as {@code forces}, becomes vectors.
 */
final class PymatgenStructure {
    private static final double FULL = 1e-3;

    private PymatgenStructure() {}

    static boolean looksLikeOne(JsonNode node) {
        return node.isObject() && node.has("lattice") && node.has("sites");
    }

    static Crystal read(JsonNode node, String id, Map<String, String> labels) throws BadStructureException {
        JsonNode sites = node.path("sites");
        double[] rows = matrix(node.path("lattice").path("matrix"));
        int[] numbers = new int[sites.size()];
        double[] fractional = new double[3 * numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode site = sites.get(i);
            String where = "sites[" + i + "]";
            String label = site.path("label").asText("");
            where += label.isEmpty() ? "" : " (" + label + ")";
            numbers[i] = element(site.path("species"), where);
            copy(site.path("abc"), where + ".abc", fractional, 3 * i);
        }
        try {
            return new Crystal(id, Lattice.ofRows(rows), numbers, fractional, all(labels, node))
                    .withVectors(vectors(sites));
        } catch (CrystalException e) {
            throw new BadStructureException(0, e.getMessage());
        }
    }

    private static Map<String, String> all(Map<String, String> labels, JsonNode node) {
        Map<String, String> all = new HashMap<>();
        node.path("properties").properties().forEach(property -> {
            if (property.getValue().isNumber()) {
                all.put(property.getKey(), property.getValue().asText());
            }
        });
        all.putAll(labels);
        return all;
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
                    copy(three, "sites[" + known + "].properties." + name, values, 3 * known++);
                }
            }
            if (known == sites.size()) {
                vectors.put(name.equals("force") ? "forces" : name, values);
            }
        }
        return vectors;
    }

    private static double[] matrix(JsonNode matrix) throws BadStructureException {
        if (matrix.size() != 3) {
            throw new BadStructureException(0, "lattice.matrix must hold 3 rows, found " + matrix.size());
        }
        double[] rows = new double[9];
        for (int i = 0; i < 3; i++) {
            copy(matrix.get(i), "lattice.matrix[" + i + "]", rows, 3 * i);
        }
        return rows;
    }

    private static void copy(JsonNode three, String where, double[] into, int at) throws BadStructureException {
        if (three.size() != 3) {
            throw new BadStructureException(0, where + " must hold 3 numbers, found " + three.size());
        }
        for (int k = 0; k < 3; k++) {
            if (!three.get(k).isNumber()) {
                throw new BadStructureException(0, where + ": \"" + three.get(k).asText() + "\" is not a number");
            }
            into[at + k] = three.get(k).doubleValue();
        }
    }

    private static int element(JsonNode species, String where) throws BadStructureException {
        double occupancy = species.path(0).path("occu").asDouble(1);
        if (species.size() != 1 || Math.abs(occupancy - 1) > FULL) {
            throw new BadStructureException(
                    0, where + " holds " + written(species) + "; only fully occupied, ordered structures can be used");
        }
        String symbol = species.get(0).path("element").asText("");
        return ElementSymbols.number(symbol)
                .orElseThrow(() -> new BadStructureException(0, where + ": " + ElementSymbols.unknown(symbol)));
    }

    private static String written(JsonNode species) {
        if (species.isEmpty()) {
            return "no species";
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode one : species) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(one.path("element").asText("?"))
                    .append(' ')
                    .append(one.path("occu").asText("1"));
        }
        return text.toString();
    }
}
