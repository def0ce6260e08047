package org.dssl.app.weights;

import java.util.Optional;
import org.dssl.domain.crystal.ElementProperties;
import org.dssl.domain.crystal.Elements;

/** What the number of atom features says of a configuration, for the encoders that were published with properties. */
final class AtomFeatures {
    private AtomFeatures() {}

    /** The graph settings that give so many features; where none do, fine-tuning will say so. */
    static Optional<String> setting(int inputs) {
        return inputs == ElementProperties.COLUMNS
                ? Optional.empty()
                : Optional.of(inputs == Elements.KNOWN + 1 ? "elements: one-hot" : "elements: one-hot, degree: on");
    }
}
