package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.dssl.adapters.io.structure.Shown;

/**
 * A table of pandas in the orientation {@code split}, as Matbench's are: ids stand in the index; every column but the
 * structure's is a label. Rows are read and handed on one by one.
 */
final class PandasSplit {
    private final List<String> columns = new ArrayList<>();
    private final JsonNode index;
    private final JsonSink sink;

    /** @param head with {@code index} and {@code columns} */
    PandasSplit(JsonNode head, JsonSink sink) {
        head.get("columns").forEach(column -> columns.add(column.asText()));
        this.index = head.get("index");
        this.sink = sink;
    }

    /**
     * @param json at the bracket that opens the rows
     * @param place of the row at which the parser stands
     */
    void read(BoundedParser json, IntFunction<String> place) throws IOException {
        int structure = columns.indexOf("structure");
        int i = 0;
        for (; json.nextToken() != JsonToken.END_ARRAY; i++) {
            json.restart();
            String at = place.apply(i);
            JsonNode row = json.tree();
            String id = index.path(i).asText("");
            if (structure < 0 || !row.isArray() || row.size() != columns.size() || id.isEmpty()) {
                sink.problem(id, at, reason(structure, row, id));
                continue;
            }
            Map<String, JsonNode> labels = new HashMap<>();
            for (int k = 0; k < columns.size(); k++) {
                if (k != structure) {
                    labels.put(columns.get(k), row.get(k));
                }
            }
            sink.structure(row.get(structure), JsonRecord.of(labels.entrySet(), id, at));
        }
        if (i < index.size()) {
            sink.problem(
                    index.path(i).asText(""),
                    place.apply(i),
                    "index has " + index.size() + " entries, but there are " + i + " rows");
        }
    }

    private String reason(int structure, JsonNode row, String id) {
        if (structure < 0) {
            return "there is no column structure, only " + Shown.text(String.join(", ", columns));
        }
        if (!row.isArray()) {
            return "the row is no list of values";
        }
        return id.isEmpty()
                ? "index has no entry for this row"
                : "the row holds " + row.size() + " values for " + columns.size() + " columns";
    }
}
