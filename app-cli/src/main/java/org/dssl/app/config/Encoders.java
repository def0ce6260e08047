package org.dssl.app.config;

import java.util.List;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Alignn;
import org.dssl.domain.nn.Cgcnn;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Gin;
import org.dssl.domain.nn.MegNet;
import org.dssl.domain.nn.Readout;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;

/** The encoders that a run can choose from: one entry registers one, under a name and with defaults of its own. */
public final class Encoders {
    static final String STANDARD = "deeper-gatgnn";

    static final List<EncoderType> ALL = List.of(
            EncoderType.of(
                    STANDARD,
                    "Attention along edges, group normalisation, attention over the crystal (Omee et al. 2022)",
                    (o, dropout) -> new DeeperGatGnn(
                            o.integer("width"),
                            o.integer("layers"),
                            o.integer("heads"),
                            dropout,
                            Choices.named(DeeperGatGnn.Normalisation.class, o.text("normalisation")),
                            o.flag("skips")),
                    width(64),
                    layers(5),
                    Option.integer("heads", 4L, 1, 64, "Attention heads of a layer"),
                    Option.choice(
                            "normalisation",
                            "group",
                            Choices.names(DeeperGatGnn.Normalisation.values()),
                            "Of the atoms after each layer: by learned groups, or over the batch (GATGNN)"),
                    Option.flag("skips", true, "A layer adds to its input; off, it replaces it (GATGNN)")),
            EncoderType.of(
                            "alignn",
                            "Gated messages along bonds and angles in turn (Choudhary and DeCost 2021)",
                            (o, dropout) -> new Alignn(
                                    o.integer("width"),
                                    o.integer("embedding"),
                                    o.integer("layers"),
                                    o.integer("gated-layers")),
                            width(256),
                            layers(4),
                            Option.integer(
                                    "gated-layers", 4L, 0, 200, "Layers on bonds alone, after those with angles"),
                            Option.integer("embedding", 64L, 1, 4096, "Numbers between lengths or angles and width"))
                    .withoutDropout()
                    .withElementProperties(),
            plain("cgcnn", "Gated convolutions (Xie and Grossman 2018)", 64, 3, Activation.SOFTPLUS, Cgcnn::new)
                    .withElementProperties()
                    .withHead(new Readout(List.of(128), Activation.SOFTPLUS, true)),
            plain("gin", "Sums over neighbours and edges (Hu et al. 2020)", 256, 5, Activation.RELU, Gin::new),
            plain("megnet", "Atoms, bonds and a state (Chen et al. 2019)", 32, 3, Activation.SOFTPLUS, MegNet::new)
                    .withHead(new Readout(List.of(32, 16), Activation.SOFTPLUS, false)));

    private Encoders() {}

    /** In the order in which they are told. */
    public static List<String> names() {
        return ALL.stream().map(EncoderType::id).toList();
    }

    static List<String> readingProperties() {
        return ALL.stream()
                .filter(type -> type.elements() == ElementFeatures.PROPERTIES)
                .map(EncoderType::id)
                .toList();
    }

    /** @throws java.util.NoSuchElementException if there is none; the schema allows no other names */
    public static EncoderType named(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst().orElseThrow();
    }

    public static Encoder create(RunConfig.EncoderConfig config, double dropout) {
        return named(config.type()).factory().create(config.options(), dropout);
    }

    /** Of width, layers and activation, as most are. */
    private static EncoderType plain(
            String id, String description, long width, long layers, Activation activation, Plain make) {
        return EncoderType.of(
                id,
                description,
                (o, dropout) -> make.create(o.integer("width"), o.integer("layers"), activation(o), dropout),
                width(width),
                layers(layers),
                activation(activation));
    }

    private interface Plain {
        Encoder create(int width, int layers, Activation activation, double dropout);
    }

    private static Option width(long standard) {
        return Option.integer("width", standard, 1, 4096, "Numbers in the embedding of an atom");
    }

    private static Option layers(long standard) {
        return Option.integer("layers", standard, 1, 200, "Message-passing layers");
    }

    static Option activation(Activation standard) {
        return Option.choice(
                "activation",
                Choices.name(standard),
                Choices.names(Activation.values()),
                "What makes layers nonlinear; the others have their papers' own");
    }

    static Activation activation(OptionValues options) {
        return Choices.named(Activation.class, options.text("activation"));
    }
}
