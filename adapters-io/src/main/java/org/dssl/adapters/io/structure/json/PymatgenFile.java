package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.dssl.ports.out.StructureSink;

/** One JSON file on its way to the sink: a list, a dictionary, or one dictionary a line. */
final class PymatgenFile {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** What stands in a structure itself; under other keys its column would hold a structure each. */
    private static final Set<String> OF_STRUCTURES = Set.of(
            "@module",
            "@class",
            "@version",
            "lattice",
            "sites",
            "charge",
            "properties",
            "lattice_mat",
            "coords",
            "elements",
            "abc",
            "angles",
            "cartesian",
            "props");

    private final String name;
    private final String stem;
    private final JsonSink sink;
    private JsonParser parser;

    PymatgenFile(String name, String stem, StructureSink sink) {
        this.name = name;
        this.stem = stem;
        this.sink = new JsonSink(sink);
    }

    /** Where the reading has come to. */
    int line() {
        return parser == null ? 1 : Math.max(1, parser.currentLocation().getLineNr());
    }

    void read(InputStream content) throws IOException {
        try (BoundedParser json = new BoundedParser(JSON.createParser(content), JSON)) {
            parser = json;
            JsonToken token = json.nextToken();
            for (int root = 0; token != null; root++) {
                if (token == JsonToken.START_ARRAY) {
                    list(json);
                } else if (token == JsonToken.START_OBJECT) {
                    dictionary(json, root);
                } else {
                    sink.problem(stem, place(json, ""), "a list or a dictionary must stand here");
                }
                json.restart();
                token = json.nextToken();
            }
            if (sink.found() == 0) {
                sink.problem(
                        stem,
                        name + ":1",
                        "no structure in this JSON. Known are pymatgen's Structure dictionaries and the atoms of JARVIS,"
                                + " alone, in a list or a dictionary, and Matbench's and pandas' tables of them");
            }
        }
    }

    private void list(BoundedParser json) throws IOException {
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            json.restart();
            String place = place(json, "[" + i + "]");
            sink.record(json.tree(), String.valueOf(i), place);
        }
    }

    /** File, line and position; what was kept aside as a tree has no line any more. */
    private String place(JsonParser json, String position) {
        int line = json.currentTokenLocation().getLineNr();
        return name + (line > 0 ? ":" + line : "") + (position.isEmpty() ? "" : "  " + position);
    }

    /**
     * A table's keys, a structure's own, or ids: what it was is known when a structure comes, or at the end.
     *
     * @param root how many values the file held before: one dictionary a line
     */
    private void dictionary(BoundedParser json, int root) throws IOException {
        String start = place(json, "");
        String standardId = root == 0 ? stem : stem + "-" + root;
        ObjectNode rest = JSON.createObjectNode();
        PandasColumns columns = new PandasColumns(sink);
        String nested = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            json.restart();
            String key = json.currentName();
            String place = place(json, key);
            JsonToken token = json.nextToken();
            boolean ofStructure = JsonSink.STRUCTURE.contains(key);
            if (key.equals("data") && token == JsonToken.START_ARRAY && rest.has("index") && rest.has("columns")) {
                new PandasSplit(rest, sink).read(json, index -> place(json, "data[" + index + "]"));
                rest = JSON.createObjectNode();
            } else if (ofStructure && token == JsonToken.START_OBJECT) {
                nested = structureOrColumn(json, key, rest, columns, place) ? place : nested;
            } else {
                JsonNode value = json.tree();
                if (JsonSink.holdsStructure(value)) {
                    sink.record(value, key, place);
                } else {
                    rest.set(key, value);
                }
            }
        }
        if (columns.isEmpty()) {
            end(rest, standardId, start, nested);
        } else {
            columns.end(rest);
        }
    }

    /** At the brace of a value called structure: one structure, kept with the rest, or pandas' column of them. */
    private boolean structureOrColumn(
            BoundedParser json, String key, ObjectNode rest, PandasColumns columns, String place) throws IOException {
        ObjectNode one = JSON.createObjectNode();
        boolean column = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            column |= one.isEmpty() && !OF_STRUCTURES.contains(field);
            String fieldPlace = column ? place(json, key + "." + field) : place;
            json.nextToken();
            if (column) {
                json.restart();
                columns.structure(field, json.tree(), fieldPlace);
            } else {
                one.set(field, json.tree());
            }
        }
        if (!column) {
            rest.set(key, one);
        }
        return !column;
    }

    private void end(ObjectNode rest, String standardId, String start, String nested) throws IOException {
        boolean structure = JsonSink.isStructure(rest);
        if (structure || JsonSink.holdsStructure(rest)) {
            sink.record(rest, standardId, structure || nested == null ? start : nested);
        } else if (rest.path("data").isArray() && rest.has("index") && rest.has("columns")) {
            try (BoundedParser rows = new BoundedParser(rest.get("data").traverse(JSON), JSON)) {
                rows.nextToken();
                new PandasSplit(rest, sink).read(rows, index -> name + "  data[" + index + "]");
            }
        } else if (sink.found() > 0
                && !rest.isEmpty()
                && rest.properties().stream().anyMatch(e -> e.getValue().isObject())) {
            rest.properties().stream()
                    .filter(entry -> entry.getValue().isObject())
                    .forEach(entry -> sink.problem(entry.getKey(), name + "  " + entry.getKey(), JsonSink.NONE));
        }
    }
}
