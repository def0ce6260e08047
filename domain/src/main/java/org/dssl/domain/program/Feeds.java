package org.dssl.domain.program;

import java.util.LinkedHashMap;
import java.util.Map;

/** The arrays of one batch, by input name. Arrays are handed over, not copied: do not change them afterwards. */
public final class Feeds {

    /** Numbers (rows, columns), row-major; {@code values.length} is rows · columns. */
    public record Numbers(double[] values, int rows, int columns) {
        public Numbers {
            if (values.length != rows * columns) {
                throw new IllegalArgumentException(
                        values.length + " values do not fill " + rows + " rows of " + columns + " columns");
            }
        }
    }

    /** An index: entry m points to row {@code ids[m]} of a tensor of {@code range} rows. */
    public record Indices(int[] ids, int range) {}

    private final Map<String, Numbers> numbers = new LinkedHashMap<>();
    private final Map<String, Indices> indices = new LinkedHashMap<>();

    public Feeds numbers(String name, double[] values, int rows, int columns) {
        numbers.put(name, new Numbers(values, rows, columns));
        return this;
    }

    public Feeds index(String name, int[] ids, int range) {
        indices.put(name, new Indices(ids, range));
        return this;
    }

    /** @throws IllegalArgumentException if the batch has no such input */
    public Numbers numbers(String name) {
        return present(numbers.get(name), name);
    }

    /** @throws IllegalArgumentException if the batch has no such input */
    public Indices index(String name) {
        return present(indices.get(name), name);
    }

    private <V> V present(V value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "the batch lacks input '" + name + "'; it has " + numbers.keySet() + " and " + indices.keySet());
        }
        return value;
    }
}
