package org.dssl.app.config;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Readout;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;

/**
 * An architecture as YAML knows it.
 *
 * @param options it uses, with its own defaults
 * @param dropout whether it has any
 * @param elements the features it was published with: the default of {@code graph.elements}
 * @param head the readout it was published with: the default of {@code finetune.head}
 */
public record EncoderType(
        String id,
        String description,
        Factory factory,
        List<Option> options,
        boolean dropout,
        ElementFeatures elements,
        Readout head) {

    /** Makes the network; {@code dropout} is that of the training at hand. */
    @FunctionalInterface
    public interface Factory {
        Encoder create(OptionValues options, double dropout);
    }

    static EncoderType of(String id, String description, Factory factory, Option... options) {
        return new EncoderType(
                id, description, factory, List.of(options), true, ElementFeatures.ONE_HOT, Readout.LINEAR);
    }

    EncoderType withHead(Readout published) {
        return new EncoderType(id, description, factory, options, dropout, elements, published);
    }

    EncoderType withoutDropout() {
        return new EncoderType(id, description, factory, options, false, elements, head);
    }

    EncoderType withElementProperties() {
        return new EncoderType(id, description, factory, options, dropout, ElementFeatures.PROPERTIES, head);
    }

    /** What surrounds it unless said otherwise, for {@code dssl explain}; empty if nothing out of the ordinary. */
    String surroundings() {
        List<String> parts = new ArrayList<>();
        if (elements != ElementFeatures.ONE_HOT) {
            parts.add("graph.elements: " + Choices.name(elements));
        }
        if (!head.hidden().isEmpty()) {
            parts.add("finetune.head: hidden " + head.hidden() + (head.activateInput() ? " after activation" : ""));
        }
        return String.join(", ", parts);
    }
}
