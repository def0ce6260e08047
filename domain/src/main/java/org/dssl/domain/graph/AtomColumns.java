package org.dssl.domain.graph;

import java.util.List;
import java.util.Optional;
import org.dssl.domain.crystal.ElementColumn;

/**
 * The columns of an atom's features, in this order:
 *
 * <ol>
 *   <li>its element, as {@link ElementFeatures} tells it; none if left out
 *   <li>if asked for its degree, one-hot in 14 columns, the last meaning 13 or more
 *   <li>properties of its element, one after the other: of numbers the value, standardised over the elements that have
 *       one, and a flag that is 1 where it is unknown, which is left out if it is unknown of no element; of classes a
 *       one-hot, zeros where unknown
 *   <li>if asked for its {@link OrbitalField}
 *   <li>a flag that is 1 on masked atoms, if zeros in place of the element do not say so already
 * </ol>
 *
 * A masked atom has zeros in place of its element, of all properties and of its orbital field. The degree and that field
 * follow from the atom's neighbours, all else from its element: equivalent atoms have equal features.
 *
 * @param properties each at most once
 */
public record AtomColumns(
        Optional<ElementFeatures> element, boolean degree, List<ElementColumn> properties, boolean orbitalField) {
    static final int DEGREES = 14;

    public AtomColumns {
        properties = List.copyOf(properties);
        if (element.isEmpty() && properties.isEmpty() && !orbitalField) {
            throw new IllegalArgumentException("an atom without element and properties has no features");
        }
    }

    /** Without the orbital field. */
    public AtomColumns(Optional<ElementFeatures> element, boolean degree, List<ElementColumn> properties) {
        this(element, degree, properties, false);
    }

    /** The element alone. */
    public static AtomColumns of(ElementFeatures element, boolean degree) {
        return new AtomColumns(Optional.of(element), degree, List.of());
    }

    /** Number of columns. */
    public int count() {
        return beforeOrbitalField() + (orbitalField ? OrbitalField.COLUMNS : 0) + (maskFlag() ? 1 : 0);
    }

    /** Where the degree begins, if there is one. */
    int beforeDegree() {
        return element.map(ElementFeatures::columns).orElse(0);
    }

    int beforeProperties() {
        return beforeDegree() + (degree ? DEGREES : 0);
    }

    int beforeOrbitalField() {
        return beforeProperties()
                + properties.stream().mapToInt(PropertyColumns::count).sum();
    }

    /** Of zeros among properties nobody knows whether they hide something: a value may be the mean. */
    boolean maskFlag() {
        return element.map(ElementFeatures::maskFlag).orElse(true);
    }
}
