package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** One JSON file on its way to the sink. */
final class PymatgenFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final List<String> IDS = List.of("material_id", "id");

    private final String name;
    private final String stem;
    private final StructureSink sink;
    private int found;

    PymatgenFile(String name, String stem, StructureSink sink) {
        this.name = name;
        this.stem = stem;
        this.sink = sink;
    }

    void read(InputStream content) throws IOException {
        try (JsonParser json = JSON.createParser(content)) {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                list(json);
            } else {
                dictionary(json);
            }
            if (found == 0) {
                sink.problem(new StructureProblem(
                        stem,
                        name + ":1",
                        "no structure in this JSON. Known are pymatgen's Structure dictionaries, alone, in a list or a"
                                + " dictionary, and Matbench's tables with index, columns and data"));
            }
        }
    }

    private void list(JsonParser json) throws IOException {
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            String place = place(json, "[" + i + "]");
            record(json.readValueAsTree(), String.valueOf(i), place);
        }
    }

    /** File, line and position; what was kept aside as a tree has no line any more. */
    private String place(JsonParser json, String position) {
        int line = json.currentTokenLocation().getLineNr();
        return name + (line > 0 ? ":" + line : "") + "  " + position;
    }

    /** A table's keys, a structure's own, or ids: what it was is known when a structure comes, or at the end. */
    private void dictionary(JsonParser json) throws IOException {
        ObjectNode rest = JSON.createObjectNode();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            String place = place(json, key);
            JsonToken token = json.nextToken();
            if (key.equals("data") && token == JsonToken.START_ARRAY && rest.has("index") && rest.has("columns")) {
                table(json, rest);
                continue;
            }
            JsonNode value = json.readValueAsTree();
            if (PymatgenStructure.looksLikeOne(value) || value.has("structure")) {
                record(value, key, place);
            } else {
                rest.set(key, value);
            }
        }
        if (PymatgenStructure.looksLikeOne(rest)) {
            structure(rest, stem, Map.of(), name + ":1");
        } else if (rest.path("data").isArray() && rest.has("index") && rest.has("columns")) {
            JsonParser rows = rest.get("data").traverse(JSON);
            rows.nextToken();
            table(rows, rest);
        }
    }

    /** pandas, orient "split": ids stand in the index; every column but the structure's is a label. */
    private void table(JsonParser json, ObjectNode head) throws IOException {
        List<String> columns = new ArrayList<>();
        head.get("columns").forEach(column -> columns.add(column.asText()));
        int structureColumn = columns.indexOf("structure");
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            String place = place(json, "data[" + i + "]");
            JsonNode row = json.readValueAsTree();
            String id = head.get("index").path(i).asText("");
            if (structureColumn < 0 || row.size() != columns.size() || id.isEmpty()) {
                problem(
                        id,
                        place,
                        structureColumn < 0
                                ? "there is no column structure, only " + String.join(", ", columns)
                                : id.isEmpty()
                                        ? "index has no entry for this row"
                                        : "the row holds " + row.size() + " values for " + columns.size() + " columns");
                continue;
            }
            Map<String, String> labels = new HashMap<>();
            for (int k = 0; k < columns.size(); k++) {
                label(columns.get(k), row.get(k), labels);
            }
            structure(row.get(structureColumn), id, labels, place);
        }
    }

    /** A structure, or a record that holds one beside its labels. */
    private void record(JsonNode node, String position, String place) {
        if (PymatgenStructure.looksLikeOne(node)) {
            structure(node, position, Map.of(), place);
            return;
        }
        String id = IDS.stream()
                .map(key -> node.path(key).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(position);
        Map<String, String> labels = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!IDS.contains(field.getKey())) {
                label(field.getKey(), field.getValue(), labels);
            }
        }
        structure(node.path("structure"), id, labels, place);
    }

    private static void label(String key, JsonNode value, Map<String, String> into) {
        boolean absent = value.isNull() || value.isNumber() && Double.isNaN(value.doubleValue());
        if (value.isValueNode() && !absent) {
            into.put(key, value.asText());
        }
    }

    private void structure(JsonNode node, String id, Map<String, String> labels, String place) {
        if (!PymatgenStructure.looksLikeOne(node)) {
            problem(id, place, "no structure with lattice and sites stands here");
            return;
        }
        try {
            sink.crystal(PymatgenStructure.read(node, id, labels), place);
            found++;
        } catch (BadStructureException e) {
            problem(id, place, e.getMessage());
        }
    }

    private void problem(String id, String place, String reason) {
        sink.problem(new StructureProblem(id, place, reason));
        found++;
    }
}
