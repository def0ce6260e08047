package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;

/** The lists of a line that hold [x, y, z] for each atom, such as forces; other lists are no labels. */
final class JsonlVectors {
    private static final String FORCES = "forces";

    /** null for a list of another shape. */
    private final Map<String, double[]> lists = new HashMap<>();

    /** @param json at the list's opening bracket; at its closing one afterwards */
    void read(String key, JsonParser json) throws IOException, BadStructureException {
        String name = key.equals("force") ? FORCES : key;
        if (lists.containsKey(name)) {
            throw new BadStructureException(0, "both force and forces are given; keep one");
        }
        lists.put(name, triples(json));
    }

    private static double[] triples(JsonParser json) throws IOException {
        double[] numbers = new double[48];
        int size = 0;
        int depth = 1;
        boolean fine = true;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY) {
                fine &= ++depth == 2;
            } else if (token == JsonToken.END_ARRAY) {
                fine &= --depth == 0 || size % 3 == 0;
            } else if (fine && depth == 2 && token.isNumeric()) {
                numbers = size == numbers.length ? Arrays.copyOf(numbers, 2 * size) : numbers;
                numbers[size++] = json.getDoubleValue();
            } else {
                fine = false;
                json.skipChildren();
            }
        }
        return fine ? Arrays.copyOf(numbers, size) : null;
    }

    /** Those with a row for each atom. Forces must be such. */
    Map<String, double[]> of(int atoms) throws BadStructureException {
        Map<String, double[]> vectors = new HashMap<>();
        for (Map.Entry<String, double[]> list : lists.entrySet()) {
            double[] numbers = list.getValue();
            if (numbers != null && numbers.length == 3 * atoms) {
                vectors.put(list.getKey(), numbers);
            } else if (list.getKey().equals(FORCES)) {
                throw new BadStructureException(
                        0,
                        "forces must be a list of [x, y, z], one for each of the " + atoms + " atoms; "
                                + (numbers == null ? "this is another list" : "found " + numbers.length / 3));
            }
        }
        return vectors;
    }
}
