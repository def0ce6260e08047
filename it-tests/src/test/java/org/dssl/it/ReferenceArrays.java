package org.dssl.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The arrays of a safetensors file of reference values; a reader of its own, so that the test does not trust ours. */
final class ReferenceArrays {

    /** Values row-major, whatever their type in the file. */
    record Array(int[] shape, double[] values) {
        int rows() {
            return shape[0];
        }

        int columns() {
            return shape.length > 1 ? shape[shape.length - 1] : 1;
        }

        int[] ints() {
            int[] ints = new int[values.length];
            for (int i = 0; i < ints.length; i++) {
                ints[i] = (int) values[i];
            }
            return ints;
        }

        /** A matrix turned: the reference stores linear weights as (out, in). */
        Array transposed() {
            double[] turned = new double[values.length];
            for (int r = 0; r < shape[0]; r++) {
                for (int c = 0; c < shape[1]; c++) {
                    turned[c * shape[0] + r] = values[r * shape[1] + c];
                }
            }
            return new Array(new int[] {shape[1], shape[0]}, turned);
        }
    }

    private final JsonNode header;
    private final ByteBuffer data;

    ReferenceArrays(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] json = new byte[(int) bytes.getLong()];
        bytes.get(json);
        header = new ObjectMapper().readTree(new String(json, StandardCharsets.UTF_8));
        data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean has(String name) {
        return header.has(name);
    }

    List<String> names(String prefix) {
        List<String> names = new java.util.ArrayList<>();
        header.fieldNames().forEachRemaining(name -> {
            if (name.startsWith(prefix)) {
                names.add(name);
            }
        });
        return names;
    }

    Array get(String name) {
        JsonNode entry = header.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no array '" + name + "' in the reference file");
        }
        int[] shape = new int[entry.get("shape").size()];
        int size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = entry.get("shape").get(i).asInt();
            size *= shape[i];
        }
        double[] values = new double[size];
        int at = entry.get("data_offsets").get(0).asInt();
        String type = entry.get("dtype").asText();
        for (int i = 0; i < size; i++) {
            values[i] = switch (type) {
                case "F64" -> data.getDouble(at + 8 * i);
                case "F32" -> data.getFloat(at + 4 * i);
                case "I32" -> data.getInt(at + 4 * i);
                default -> throw new IllegalArgumentException(name + " has type " + type);
            };
        }
        return new Array(shape, values);
    }
}
