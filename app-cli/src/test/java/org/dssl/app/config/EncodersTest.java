package org.dssl.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dssl.app.training.ModelFactory;
import org.dssl.domain.graph.AtomColumns;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Cgcnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Readout;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.reference.ReferenceSession;
import org.dssl.ports.config.Option;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoders by name: their defaults, their keys, and what follows from the choice of one. */
class EncodersTest {
    private static final String FINETUNE = "finetune:\n  data: { source: moduli.csv, target: K_VRH }\n";

    @TempDir
    Path folder;

    private ConfigFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new ConfigFixture(folder);
    }

    static Stream<String> names() {
        return Encoders.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEncoderIsChosenByItsNameAlone(String name) {
        RunConfig config = fixture.read(FINETUNE + "encoder: " + name + "\n");
        Encoder encoder = Encoders.create(config.encoder(), 0);
        assertEquals(config.encoder().options().integer("width"), encoder.width());
        assertEquals(encoder.readsAngles(), config.graph().options().angles());
        RunConfig again = ConfigFixture.READER.reread(config.resolvedYaml(), folder.resolve("config.yaml"));
        assertEquals(config.resolvedYaml(), again.resolvedYaml());
        assertEquals(encoder, Encoders.create(again.encoder(), 0));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOptionOfATypeReachesItsRecord(String name) {
        for (var option : Encoders.named(name).options()) {
            String other = other(option);
            RunConfig config =
                    fixture.read(FINETUNE + "encoder: { type: " + name + ", " + option.name() + ": " + other + " }\n");
            String told = Encoders.create(config.encoder(), 0.25).toString();
            assertTrue(
                    told.contains("=" + (other.equals("off") ? "false" : other.toUpperCase(Locale.ROOT))),
                    option.name() + " in " + told);
            assertEquals(Encoders.named(name).dropout(), told.contains("dropout=0.25"), told);
        }
    }

    /** A value that is no option's default. */
    private static String other(Option option) {
        if (option.type() == Option.Type.BOOLEAN) {
            return "off";
        }
        return option.allowed().isEmpty() ? "3" : option.allowed().contains("tanh") ? "tanh" : "batch";
    }

    @Test
    void defaultsAreTheTypesOwnAndStandInTheResolvedText() {
        RunConfig config = fixture.read(FINETUNE + "encoder: { type: cgcnn, layers: 2 }\n");
        assertEquals(new Cgcnn(64, 2, Activation.SOFTPLUS, 0.5), Encoders.create(config.encoder(), 0.5));
        assertTrue(
                config.resolvedYaml()
                        .contains("\nencoder:\n  type: cgcnn\n  width: 64\n  layers: 2\n  activation: softplus\n"
                                + "  pretrained: null\n"),
                config.resolvedYaml());
    }

    @Test
    void elementsAreToldApartAsPublishedUnlessSaid() {
        assertElements(ElementFeatures.ONE_HOT, "");
        assertElements(ElementFeatures.PROPERTIES, "encoder: alignn\n");
        assertElements(ElementFeatures.ONE_HOT, "encoder: cgcnn\ngraph: { elements: one-hot }\n");
    }

    private void assertElements(ElementFeatures expected, String yaml) {
        AtomColumns atoms = fixture.read(FINETUNE + yaml).graph().atoms();
        assertEquals(AtomColumns.of(expected, false), atoms);
    }

    @Test
    void anotherTypeOnTheCommandLineKeepsTheWeightsToStartFrom() {
        RunConfig config = fixture.read(
                FINETUNE + "encoder: { type: cgcnn, width: 8, pretrained: crystals }\n", "encoder.type=gin");
        assertEquals(256, config.encoder().options().integer("width"));
        assertEquals(folder.resolve("crystals").toString(), config.encoder().pretrained());
    }

    @Test
    void theHeadIsThePublishedOneUnlessSaid() {
        assertEquals(Readout.LINEAR, head(fixture.read(FINETUNE)));
        assertEquals(
                new Readout(List.of(128), Activation.SOFTPLUS, true),
                head(fixture.read(FINETUNE + "encoder: cgcnn\n")));
        assertEquals(
                new Readout(List.of(128), Activation.TANH, true),
                head(fixture.read(FINETUNE + "  head: { activation: tanh }\nencoder: cgcnn\n")));
    }

    @Test
    void theStandardAlignnHasThePublishedNumberOfParameters() {
        RunConfig config = fixture.read(FINETUNE + "encoder: alignn\n");
        try (ReferenceSession session = new ReferenceSession(
                ModelFactory.property(config),
                ModelFactory.optimiser(config.finetune().orElseThrow()),
                1)) {
            int parameters = session.state().weights().values().stream()
                    .filter(NamedArray::trained)
                    .mapToInt(array -> array.values().length)
                    .sum();
            assertEquals(4_026_753, parameters);
        }
    }

    @Test
    void aKeyOfAnotherTypeIsAMistakeThatSaysWhatThisOneHas() {
        assertEquals(
                "my.yaml:3  encoder.heads: has no meaning with type: cgcnn, only with deeper-gatgnn. Remove it, or change"
                        + " the type. cgcnn has width, layers, activation.",
                fixture.problems(FINETUNE + "encoder: { type: cgcnn, heads: 2 }\n"));
        assertEquals(
                "my.yaml:3  encoder.layer: no such key. Did you mean layers? Known here: type, width, layers, activation,"
                        + " pretrained.",
                fixture.problems(FINETUNE + "encoder: { type: cgcnn, layer: 2 }\n"));
    }

    @Test
    void dropoutOfAnEncoderWithoutItIsAMistake() {
        assertEquals(
                "my.yaml:3  finetune.dropout: alignn has no dropout. Set it to 0, or choose another encoder.",
                fixture.problems(FINETUNE + "  dropout: 0.1\nencoder: alignn\n"));
    }

    @Test
    void anUnknownTypeNamesTheNearest() {
        String all = String.join(", ", Encoders.names());
        assertEquals(
                "my.yaml:3  encoder.type: must be one of " + all + ", not \"cgcn\". Did you mean cgcnn?",
                fixture.problems(FINETUNE + "encoder: { type: cgcn, activation: tanh }\n"));
    }

    @Test
    void explainTellsTheDefaultsOfEveryType() {
        Explanation explanation = new Explanation(Schema.of(ConfigFixture.TASKS));
        assertTrue(explanation.of("encoder.layers").contains("5: deeper-gatgnn"), explanation.of("encoder.layers"));
        String section = explanation.of("encoder");
        for (String name : Encoders.names()) {
            assertTrue(section.contains("  " + name), section);
        }
        assertTrue(section.contains("width 64, layers 3, activation softplus"), section);
    }

    private static Readout head(RunConfig config) {
        return config.finetune().orElseThrow().head();
    }

    @Test
    void optionsOfOneNameMeanTheSame() {
        Map<String, String> descriptions = new java.util.HashMap<>();
        Encoders.ALL.forEach(type -> type.options()
                .forEach(option -> assertEquals(
                        descriptions.computeIfAbsent(option.name(), name -> option.description()),
                        option.description(),
                        type.id() + "." + option.name())));
    }
}
