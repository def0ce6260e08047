package org.dssl.adapters.io.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.domain.problem.InvalidInputException;

/**
 * JSON of run folders. It has no NaN and no infinities: they are written as the texts "NaN", "Infinity" and "-Infinity",
 * which most readers turn into numbers (Python's float, JavaScript's Number), and are read back as numbers.
 */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final TypeReference<LinkedHashMap<String, Object>> FACTS = new TypeReference<>() {};

    private static final Map<String, Double> NUMBERS =
            Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY, "-Infinity", Double.NEGATIVE_INFINITY);

    private Json() {}

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** With keys in alphabetical order: the order of {@code Map.of} differs from one process to the next. */
    static String sortedText(Object value) {
        try {
            return MAPPER.writer()
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static Map<String, Object> facts(String json) throws JsonProcessingException {
        Map<String, Object> facts = MAPPER.readValue(json, FACTS);
        facts.replaceAll((key, value) -> numbers(value));
        return facts;
    }

    /** A file's facts; empty if there is no file. */
    static Optional<Map<String, Object>> readFacts(Path file) {
        return read(file, Json::facts);
    }

    static <T> Optional<T> read(Path file, Class<T> type) {
        return read(file, json -> MAPPER.readValue(json, type));
    }

    @FunctionalInterface
    private interface Parsing<T> {
        T of(String json) throws JsonProcessingException;
    }

    private static <T> Optional<T> read(Path file, Parsing<T> parsing) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parsing.of(Files.readString(file)));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidInputException(
                    file + ":" + line,
                    "is damaged: " + e.getOriginalMessage() + ". Restore it, or start with --fresh.");
        } catch (IOException e) {
            throw new InvalidInputException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    private static Object numbers(Object value) {
        if (value instanceof String) {
            Double number = NUMBERS.get(value);
            return number == null ? value : number;
        }
        if (value instanceof List) {
            List<Object> items = new ArrayList<>((List<?>) value);
            items.replaceAll(Json::numbers);
            return items;
        }
        if (value instanceof Map) {
            Map<Object, Object> map = new LinkedHashMap<>((Map<?, ?>) value);
            map.replaceAll((key, item) -> numbers(item));
            return map;
        }
        return value;
    }
}
