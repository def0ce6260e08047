package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;

/**
 * A table of pandas in its standard orientation: a dictionary of columns, each a dictionary by the row's name. A structure's
 * labels stand far from it, so that all structures wait until the file was read.
 */
final class PandasColumns {
    private record Row(String name, Parsed structure, String problem, String place) {}

    private final JsonSink sink;
    private final List<Row> rows = new ArrayList<>();

    PandasColumns(JsonSink sink) {
        this.sink = sink;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void structure(String row, JsonNode node, String place) {
        try {
            rows.add(new Row(row, JsonSink.parsed(node), null, place));
        } catch (BadStructureException e) {
            rows.add(new Row(row, null, e.getMessage(), place));
        }
    }

    /** Hands all structures on. */
    void end(ObjectNode columns) {
        for (Row row : rows) {
            Map<String, JsonNode> labels = new HashMap<>();
            columns.properties().forEach(column -> {
                JsonNode value = column.getValue().path(row.name());
                if (!value.isMissingNode()) {
                    labels.put(column.getKey(), value);
                }
            });
            JsonRecord record = JsonRecord.of(labels.entrySet(), row.name(), row.place());
            if (row.problem() != null) {
                sink.problem(record.id(), record.place(), row.problem());
            } else {
                sink.hand(row.structure(), record);
            }
        }
    }
}
