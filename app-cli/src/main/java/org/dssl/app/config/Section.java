package org.dssl.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dssl.ports.config.Option;

/**
 * A part of the configuration: what may stand below a key. Checking, defaults, the resolved text and {@code dssl
 * explain} all come from here.
 *
 * @param shorthand the option meant where a plain value stands for the whole section; null if none may
 * @param required options that must be given
 * @param sections parts within; of a {@link Form#NAMED} section the kinds of entry, of a {@link Form#TYPED} one the kinds
 *     that it can be, by their type
 */
public record Section(
        String name,
        Form form,
        String description,
        String shorthand,
        Set<String> required,
        List<Option> options,
        List<Section> sections) {

    static final String TYPE = "type";

    public enum Form {
        /** Always there: where the key is absent, with its defaults. */
        ALWAYS,
        /** There only if the key is; {@code off} takes away what a preset brings. */
        OPTIONAL,
        /** One map, or a list of them; one with defaults where the key is absent. */
        ONE_OR_MORE,
        /** Always there; its key {@code type} says of which kind it is: the kind's options stand beside its own. */
        TYPED,
        /** A map from names of the user's own to entries; an entry's key {@code type} says of which kind it is. */
        NAMED
    }

    public Section {
        required = Set.copyOf(required);
        options = List.copyOf(options);
        sections = List.copyOf(sections);
    }

    public Optional<Option> option(String key) {
        return options.stream().filter(o -> o.name().equals(key)).findFirst();
    }

    public Optional<Section> section(String key) {
        return sections.stream().filter(s -> s.name().equals(key)).findFirst();
    }

    /** Of a {@link Form#TYPED} section: what it is with this type. With an unknown one, all that it could be. */
    Section typed(Object type) {
        Map<String, Option> all = new LinkedHashMap<>();
        all.put(TYPE, option(TYPE).orElseThrow());
        boolean known = section(String.valueOf(type)).isPresent();
        sections.stream().filter(kind -> !known || kind.name().equals(type)).forEach(kind -> kind.options()
                .forEach(option -> all.putIfAbsent(option.name(), option)));
        options.forEach(option -> all.putIfAbsent(option.name(), option));
        return new Section(name, Form.ALWAYS, description, shorthand, required, List.copyOf(all.values()), List.of());
    }

    /** Its options; of a {@link Form#TYPED} section those of all kinds too. */
    List<Option> all() {
        return form == Form.TYPED ? typed(null).options() : options;
    }

    /** What may stand below this section's key, in order. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        options.forEach(option -> keys.add(option.name()));
        sections.forEach(section -> keys.add(section.name()));
        return keys;
    }
}
