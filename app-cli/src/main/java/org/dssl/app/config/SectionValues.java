package org.dssl.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.OptionValues;

/**
 * A section's checked values, defaults filled in.
 *
 * @param name the key; of an entry of a named section, the user's own
 * @param node what the user gave; an empty map where nothing
 * @param sections by name: none, one, or as many as entries
 */
record SectionValues(String name, ConfigNode node, OptionValues options, Map<String, List<SectionValues>> sections) {

    SectionValues section(String key) {
        return sections.get(key).get(0);
    }

    Optional<SectionValues> optional(String key) {
        return sections.get(key).stream().findFirst();
    }

    List<SectionValues> all(String key) {
        return sections.get(key);
    }

    /** The value given under a key, if one was. */
    Optional<ConfigNode> given(String key) {
        return Optional.ofNullable(node.map().get(key));
    }

    /** Where the value stands, or its section if it is a default. */
    ConfigNode at(String key) {
        return given(key).orElse(new ConfigNode(null, join(node.keyPath(), key), node.file(), node.line()));
    }

    static String join(String above, String key) {
        return above.isEmpty() ? key : above + "." + key;
    }
}
