package org.dssl.adapters.io.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The JSON header: where each tensor's bytes lie. Checked as the format asks: tensors cover the data without gap or
 * overlap, and each has as many bytes as its type and shape need.
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final String TYPE = "dtype";
    private static final String SHAPE = "shape";
    private static final String OFFSETS = "data_offsets";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @param begin first byte and {@code end}, the byte after the last, from the start of the data */
    record Entry(String name, ElementType type, int[] shape, long begin, long end) {
        int size() {
            return (int) ((end - begin) / type.bytes());
        }
    }

    /** A header that breaks the format; says where. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException(String message) {
            super(message);
        }
    }

    static SafetensorsHeader of(Map<String, Tensor> tensors, Map<String, String> metadata, ElementType type) {
        List<Entry> entries = new ArrayList<>();
        long begin = 0;
        for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
            long end = begin + (long) tensor.getValue().values().length * type.bytes();
            entries.add(new Entry(tensor.getKey(), type, tensor.getValue().shape(), begin, end));
            begin = end;
        }
        return new SafetensorsHeader(entries, metadata);
    }

    String toJson() {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode facts = root.putObject(METADATA);
            metadata.forEach(facts::put);
        }
        for (Entry entry : entries) {
            ObjectNode node = root.putObject(entry.name());
            node.put(TYPE, entry.type().name());
            Arrays.stream(entry.shape()).forEach(node.putArray(SHAPE)::add);
            node.putArray(OFFSETS).add(entry.begin()).add(entry.end());
        }
        return root.toString();
    }

    static SafetensorsHeader parse(String json, long dataBytes) throws MalformedException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new MalformedException("its header is not JSON: " + e.getOriginalMessage());
        }
        if (root == null || !root.isObject()) {
            throw new MalformedException("its header is not a JSON object");
        }
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (field.getKey().equals(METADATA)) {
                metadata.putAll(metadata(field.getValue()));
            } else {
                entries.add(entry(field.getKey(), field.getValue()));
            }
        }
        requireCover(entries, dataBytes);
        return new SafetensorsHeader(entries, metadata);
    }

    private static Map<String, String> metadata(JsonNode node) throws MalformedException {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> fact : node.properties()) {
            if (!fact.getValue().isTextual()) {
                throw new MalformedException(METADATA + "." + fact.getKey() + " is not text");
            }
            metadata.put(fact.getKey(), fact.getValue().textValue());
        }
        return metadata;
    }

    private static Entry entry(String name, JsonNode node) throws MalformedException {
        String where = "tensor \"" + name + "\": ";
        String typeName = node.path(TYPE).asText();
        ElementType type = Arrays.stream(ElementType.values())
                .filter(known -> known.name().equals(typeName))
                .findFirst()
                .orElseThrow(() -> new MalformedException(where + "dtype \"" + typeName + "\" is none of "
                        + Arrays.stream(ElementType.values()).map(Enum::name).collect(Collectors.joining(", "))));
        long[] shape = wholeNumbers(node.path(SHAPE), where + SHAPE);
        long[] offsets = wholeNumbers(node.path(OFFSETS), where + OFFSETS);
        if (offsets.length != 2 || offsets[0] > offsets[1]) {
            throw new MalformedException(where + "data_offsets are not [begin, end]");
        }
        if (size(shape, where) * type.bytes() != offsets[1] - offsets[0]) {
            throw new MalformedException(where + "data_offsets " + Arrays.toString(offsets) + " do not hold " + typeName
                    + " " + Arrays.toString(shape));
        }
        int[] axes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        return new Entry(name, type, axes, offsets[0], offsets[1]);
    }

    private static long size(long[] shape, String where) throws MalformedException {
        long size = 1;
        for (long length : shape) {
            // Both factors are below 2^31 here.
            size = length > Integer.MAX_VALUE ? Long.MAX_VALUE : size * length;
            if (size > Integer.MAX_VALUE) {
                throw new MalformedException(where + "shape " + Arrays.toString(shape) + " is beyond 2^31 numbers");
            }
        }
        return size;
    }

    private static long[] wholeNumbers(JsonNode node, String where) throws MalformedException {
        if (!node.isArray()) {
            throw new MalformedException(where + " is not a list");
        }
        long[] numbers = new long[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode item = node.get(i);
            if (!item.isIntegralNumber() || !item.canConvertToLong() || item.longValue() < 0) {
                throw new MalformedException(where + " holds " + item + ", which is no size");
            }
            numbers[i] = item.longValue();
        }
        return numbers;
    }

    private static void requireCover(List<Entry> entries, long dataBytes) throws MalformedException {
        List<Entry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long reached = 0;
        for (Entry entry : ordered) {
            if (entry.begin() != reached) {
                throw new MalformedException("tensor \"" + entry.name() + "\" begins at byte " + entry.begin()
                        + " of the data, the one before ends at " + reached);
            }
            reached = entry.end();
        }
        if (reached != dataBytes) {
            throw new MalformedException("its tensors need " + reached + " bytes of data, the file has " + dataBytes);
        }
    }
}
