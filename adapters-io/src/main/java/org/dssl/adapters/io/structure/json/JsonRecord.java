package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file says of a structure beside its atoms.
 *
 * @param place file, line and position
 */
record JsonRecord(String id, Map<String, String> labels, String place) {
    private static final List<String> IDS = List.of("material_id", "jid", "id");
    /** JARVIS' word for a value that is not there. */
    private static final String ABSENT = "na";

    /** @param fields by name; those with the names of ids give the id, single values labels */
    static JsonRecord of(Iterable<Map.Entry<String, JsonNode>> fields, String standardId, String place) {
        Map<String, String> ids = new HashMap<>();
        Map<String, String> labels = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : fields) {
            JsonNode value = field.getValue();
            boolean absent = value.isNull()
                    || value.isNumber() && Double.isNaN(value.doubleValue())
                    || value.asText().equals(ABSENT);
            boolean isId = IDS.contains(field.getKey());
            if (value.isValueNode() && !absent && !(isId && value.asText().isBlank())) {
                (isId ? ids : labels).put(field.getKey(), value.asText());
            }
        }
        String id =
                IDS.stream().filter(ids::containsKey).findFirst().map(ids::get).orElse(standardId);
        return new JsonRecord(id, labels, place);
    }
}
