package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.ElementSymbols;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;

/** One line of the interchange form. */
final class JsonlCrystal {
    private String id;
    private double[] cell;
    private int[] elements;
    private double[] fractional;
    private final Map<String, String> labels = new HashMap<>();
    private final JsonlVectors vectors = new JsonlVectors();

    /** What to call the line's structure in a message. */
    String name() {
        return id == null ? "" : id;
    }

    Crystal parse(String line) throws IOException, BadStructureException {
        try (JsonParser json = JsonlReader.JSON.createParser(line)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "a line must be one JSON object");
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = json.currentName();
                json.nextToken();
                read(key, json);
            }
            require(json.nextToken() == null, "a line must be one JSON object; something follows it");
        }
        return crystal();
    }

    private void read(String key, JsonParser json) throws IOException, BadStructureException {
        switch (key) {
            case "id" -> id = id(json);
            case "cell" -> cell = numbers(json, "cell");
            case "elements" -> elements = elements(json);
            case "frac" -> fractional = rows(json);
            default -> label(key, json);
        }
    }

    private static String id(JsonParser json) throws IOException, BadStructureException {
        boolean usable = json.currentToken() == JsonToken.VALUE_STRING
                || json.currentToken().isNumeric();
        require(usable && !json.getText().isBlank(), "id must be a text or a number");
        return json.getText();
    }

    private void label(String key, JsonParser json) throws IOException, BadStructureException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            vectors.read(key, json);
        } else if (token.isStructStart()) {
            json.skipChildren();
        } else if (token != JsonToken.VALUE_NULL && !json.getText().equals("NaN")) {
            labels.put(key, json.getText());
        }
    }

    private static double[] numbers(JsonParser json, String key) throws IOException, BadStructureException {
        require(json.currentToken() == JsonToken.START_ARRAY, key + " must be a list of numbers");
        double[] numbers = new double[6];
        int size = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            numbers = room(numbers, size);
            numbers[size++] = number(json, key);
        }
        return Arrays.copyOf(numbers, size);
    }

    private static double number(JsonParser json, String key) throws IOException, BadStructureException {
        if (!json.currentToken().isNumeric()) {
            throw new BadStructureException(0, key + ": \"" + json.getText() + "\" is not a number");
        }
        return json.getDoubleValue();
    }

    private static int[] elements(JsonParser json) throws IOException, BadStructureException {
        require(json.currentToken() == JsonToken.START_ARRAY, "elements must be a list of symbols");
        int[] numbers = new int[16];
        int size = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            numbers = size == numbers.length ? Arrays.copyOf(numbers, 2 * size) : numbers;
            Limits.requireAtoms(size + 1L, 0);
            String symbol = json.getText();
            String place = "elements[" + size + "]: ";
            numbers[size++] = ElementSymbols.number(symbol)
                    .orElseThrow(() -> new BadStructureException(0, place + ElementSymbols.unknown(symbol)));
        }
        return Arrays.copyOf(numbers, size);
    }

    private static double[] rows(JsonParser json) throws IOException, BadStructureException {
        require(json.currentToken() == JsonToken.START_ARRAY, "frac must be a list of [x, y, z]");
        double[] rows = new double[48];
        int size = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String key = "frac[" + size / 3 + "]";
            require(json.currentToken() == JsonToken.START_ARRAY, key + " must be a list [x, y, z]");
            int before = size;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                rows = room(rows, size);
                rows[size++] = number(json, key);
            }
            require(size - before == 3, key + " must hold 3 numbers, found " + (size - before));
        }
        return Arrays.copyOf(rows, size);
    }

    private static double[] room(double[] numbers, int size) {
        return size == numbers.length ? Arrays.copyOf(numbers, 2 * size) : numbers;
    }

    private Crystal crystal() throws BadStructureException {
        require(id != null, "id is missing");
        require(cell != null, "cell is missing");
        require(elements != null, "elements is missing");
        require(fractional != null, "frac is missing");
        require(cell.length == 6, "cell must hold 6 numbers (a, b, c, α, β, γ), found " + cell.length);
        require(
                3 * elements.length == fractional.length,
                elements.length + " elements, but " + fractional.length / 3 + " positions in frac");
        try {
            Lattice lattice = Lattice.ofParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
            return new Crystal(id, lattice, elements, fractional, labels).withVectors(vectors.of(elements.length));
        } catch (CrystalException e) {
            throw new BadStructureException(0, e.getMessage());
        }
    }

    private static void require(boolean fine, String otherwise) throws BadStructureException {
        if (!fine) {
            throw new BadStructureException(0, otherwise);
        }
    }
}
