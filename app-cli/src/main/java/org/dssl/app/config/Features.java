package org.dssl.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.graph.AtomColumns;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.OptionValues;

/**
 * {@code graph.features}: the element, as {@code graph.elements} tells it, properties by their names, and the orbital field.
 */
public final class Features {
    static final String KEY = "features";
    static final String ELEMENTS = "elements";
    static final String ELEMENT = "element";
    /** Follows from distances, which no gradient sees. */
    public static final String ORBITAL_FIELD = "orbital-field";

    private Features() {}

    static List<String> known() {
        List<String> known = new ArrayList<>(List.of(ELEMENT, ORBITAL_FIELD));
        known.addAll(ElementColumn.names());
        return known;
    }

    /** The names that stand for these columns in a configuration. */
    public static List<String> names(AtomColumns columns) {
        List<String> names = new ArrayList<>();
        columns.element().ifPresent(element -> names.add(ELEMENT));
        columns.properties().forEach(property -> names.add(property.name()));
        if (columns.orbitalField()) {
            names.add(ORBITAL_FIELD);
        }
        return names;
    }

    /** @param graph checked */
    static AtomColumns columns(OptionValues graph) {
        Optional<ElementFeatures> element = withElement(graph)
                ? Optional.of(Choices.named(ElementFeatures.class, graph.text(ELEMENTS)))
                : Optional.empty();
        List<ElementColumn> properties = graph.texts(KEY).stream()
                .flatMap(name -> ElementColumn.named(name).stream())
                .toList();
        boolean orbitalField = graph.texts(KEY).contains(ORBITAL_FIELD);
        return new AtomColumns(element, graph.flag("degree"), properties, orbitalField);
    }

    /** @param graph or, in a section that has no such key, anything */
    static boolean withElement(OptionValues graph) {
        return !(graph.asMap().get(KEY) instanceof List<?> features) || features.contains(ELEMENT);
    }

    /** @param features as given, unchecked; null is the default */
    static boolean withElement(ConfigNode features) {
        if (features == null || features.value() == null) {
            return true;
        }
        List<ConfigNode> entries = features.isList() ? features.list() : List.of(features);
        return entries.stream().anyMatch(entry -> ELEMENT.equals(entry.value()));
    }

    static void check(SectionValues graph, Problems problems) {
        List<String> features = graph.options().texts(KEY);
        if (features.isEmpty()) {
            problems.add(graph.at(KEY), "is an empty list. Name at least one of " + String.join(", ", known()) + ".");
        }
        features.stream()
                .filter(name -> features.indexOf(name) != features.lastIndexOf(name))
                .findFirst()
                .ifPresent(name -> problems.add(graph.at(KEY), "names " + name + " twice. Remove one."));
        if (!withElement(graph.options())) {
            graph.given(ELEMENTS)
                    .ifPresent(given -> problems.add(
                            given,
                            "has no meaning without " + ELEMENT + " in graph." + KEY
                                    + ". Add it there, or remove this."));
        }
    }
}
