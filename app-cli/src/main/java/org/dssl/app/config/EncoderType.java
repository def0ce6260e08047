package org.dssl.app.config;

import java.util.List;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Readout;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;

/**
 * An architecture as YAML knows it.
 *
 * @param options it uses, with its own defaults
 * @param dropout whether it has any
 * @param head the readout it was published with: the default of {@code finetune.head}
 */
public record EncoderType(
        String id, String description, Factory factory, List<Option> options, boolean dropout, Readout head) {

    /** Makes the network; {@code dropout} is that of the training at hand. */
    @FunctionalInterface
    public interface Factory {
        Encoder create(OptionValues options, double dropout);
    }

    static EncoderType of(String id, String description, Factory factory, Option... options) {
        return new EncoderType(id, description, factory, List.of(options), true, Readout.LINEAR);
    }

    EncoderType withHead(Readout published) {
        return new EncoderType(id, description, factory, options, dropout, published);
    }

    EncoderType withoutDropout() {
        return new EncoderType(id, description, factory, options, false, head);
    }
}
