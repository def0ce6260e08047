package org.dssl.ports.config;

import java.util.List;
import java.util.Map;

/**
 * Checked values of a list of {@link Option}s, defaults filled in. Asking for a name that was not declared, or as
 * another type, is a programming error and throws {@link IllegalArgumentException}.
 */
public final class OptionValues {
    private final Map<String, Object> values;

    /** @param values Long, Double, Boolean, String, List of these, or null, by option name */
    public OptionValues(Map<String, Object> values) {
        this.values = new java.util.LinkedHashMap<>(values);
    }

    public int integer(String name) {
        return Math.toIntExact(get(name, Long.class));
    }

    public long longInteger(String name) {
        return get(name, Long.class);
    }

    public double number(String name) {
        return get(name, Double.class);
    }

    public boolean flag(String name) {
        return get(name, Boolean.class);
    }

    public String text(String name) {
        return get(name, String.class);
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String name) {
        return get(name, List.class);
    }

    @SuppressWarnings("unchecked")
    public List<Long> integers(String name) {
        return get(name, List.class);
    }

    @SuppressWarnings("unchecked")
    public List<Double> numbers(String name) {
        return get(name, List.class);
    }

    public boolean isSet(String name) {
        return values.get(name) != null;
    }

    public Map<String, Object> asMap() {
        return java.util.Collections.unmodifiableMap(values);
    }

    private <V> V get(String name, Class<V> type) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("no option '" + name + "'; declared are " + values.keySet());
        }
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("option '" + name + "' is " + value + ", not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
