package org.dssl.ports.config;

import java.util.List;

/**
 * A setting: what may stand under a key, its default, and one line for {@code dssl explain}.
 *
 * @param defaultValue what holds if the key is absent; null if the key must be given or "nothing" is a choice
 * @param allowed the choices of {@link Type#CHOICE}; for lists of choices, of each entry; otherwise empty
 * @param minimum smallest number allowed, inclusive
 * @param maximum largest number allowed, inclusive
 * @param unit "" if none
 */
public record Option(
        String name,
        Type type,
        Object defaultValue,
        List<String> allowed,
        double minimum,
        double maximum,
        String unit,
        String description) {

    public enum Type {
        INTEGER,
        NUMBER,
        BOOLEAN,
        TEXT,
        /** A file, relative to the configuration's; the task gets it absolute, and it exists. */
        PATH,
        CHOICE,
        INTEGERS,
        NUMBERS,
        TEXTS,
        /** Texts, numbers and flags as they stand, each as text. */
        SCALARS,
        CHOICES
    }

    public static Option integer(String name, Long standard, long minimum, long maximum, String description) {
        return new Option(name, Type.INTEGER, standard, List.of(), minimum, maximum, "", description);
    }

    public static Option number(
            String name, Double standard, double minimum, double maximum, String unit, String description) {
        return new Option(name, Type.NUMBER, standard, List.of(), minimum, maximum, unit, description);
    }

    /** In YAML {@code on}/{@code off} or {@code true}/{@code false}. */
    public static Option flag(String name, boolean standard, String description) {
        return new Option(name, Type.BOOLEAN, standard, List.of(), 0, 0, "", description);
    }

    public static Option text(String name, String standard, String description) {
        return new Option(name, Type.TEXT, standard, List.of(), 0, 0, "", description);
    }

    /** May be left out; null then. */
    public static Option path(String name, String description) {
        return new Option(name, Type.PATH, null, List.of(), 0, 0, "", description);
    }

    public static Option choice(String name, String standard, List<String> allowed, String description) {
        return new Option(name, Type.CHOICE, standard, List.copyOf(allowed), 0, 0, "", description);
    }

    /** A list option of any element type; {@code allowed} is empty unless it is {@link Type#CHOICES}. */
    public static Option list(String name, Type type, List<?> standard, List<String> allowed, String description) {
        return new Option(
                name,
                type,
                standard,
                List.copyOf(allowed),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                "",
                description);
    }
}
