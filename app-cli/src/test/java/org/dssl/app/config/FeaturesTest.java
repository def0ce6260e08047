package org.dssl.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dssl.app.training.ModelFactory;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.graph.AtomColumns;
import org.dssl.domain.graph.ElementFeatures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {
    private static final String FINETUNE = "finetune:\n  data: { source: moduli.csv, target: K_VRH }\n";

    @TempDir
    Path folder;

    private ConfigFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new ConfigFixture(folder);
    }

    private RunConfig read(String graph) {
        return fixture.read(FINETUNE + "graph: { " + graph + " }\n");
    }

    private static AtomColumns columns(ElementFeatures element, boolean degree, String... properties) {
        return new AtomColumns(
                Optional.ofNullable(element),
                degree,
                Stream.of(properties)
                        .map(name -> ElementColumn.named(name).orElseThrow())
                        .toList());
    }

    @Test
    void theElementAloneIsTheDefault() {
        RunConfig config = fixture.read(FINETUNE);
        assertEquals(
                AtomColumns.of(ElementFeatures.ONE_HOT, false), config.graph().atoms());
        assertTrue(config.resolvedYaml().contains("\n  features: [element]\n"), config.resolvedYaml());
    }

    @Test
    void propertiesFollowTheElementInTheOrderGiven() {
        assertEquals(
                columns(ElementFeatures.ONE_HOT, true, "electronegativity", "block"),
                read("features: [electronegativity, element, block], degree: on")
                        .graph()
                        .atoms());
        AtomColumns published = fixture.read(FINETUNE + "encoder: cgcnn\ngraph: { features: [element, block] }\n")
                .graph()
                .atoms();
        assertEquals(columns(ElementFeatures.PROPERTIES, false, "block"), published);
    }

    @Test
    void everyPropertyOfTheTableCanBeAFeature() {
        for (String name : ElementColumn.names()) {
            assertEquals(
                    columns(null, false, name),
                    read("features: " + name).graph().atoms());
        }
    }

    @Test
    void theOrbitalFieldIsAFeatureByItselfToo() {
        AtomColumns alone = read("features: orbital-field").graph().atoms();
        assertEquals(new AtomColumns(Optional.empty(), false, List.of(), true), alone);
        assertEquals(List.of("orbital-field"), Features.names(alone));
        AtomColumns both =
                read("features: [element, block, orbital-field]").graph().atoms();
        assertEquals(List.of("element", "block", "orbital-field"), Features.names(both));
        assertEquals(100 + 4 + 32 * 33 + 1, both.count());
    }

    @Test
    void theNetworkIsAsWideAsItsFeatures() {
        assertEquals(101, ModelFactory.features(read("degree: off")).columns());
        assertEquals(
                115 + 2 + 4,
                ModelFactory.features(read("features: [element, atomic-stiffness, block], degree: on"))
                        .columns());
        assertEquals(
                2 + 1,
                ModelFactory.features(read("features: [atomic-stiffness]")).columns());
    }

    @Test
    void theResolvedTextGivesTheSameFeaturesAgain() {
        for (String encoder : List.of("deeper-gatgnn", "cgcnn")) {
            for (String features :
                    List.of("[element]", "[element, block, atomic-stiffness]", "[block]", "[element, orbital-field]")) {
                RunConfig config =
                        fixture.read(FINETUNE + "encoder: " + encoder + "\ngraph: { features: " + features + " }\n");
                RunConfig again = ConfigFixture.READER.reread(config.resolvedYaml(), folder.resolve("config.yaml"));
                assertEquals(config.graph(), again.graph());
                assertEquals(config.resolvedYaml(), again.resolvedYaml());
            }
        }
        assertFalse(read("features: [block]").resolvedYaml().contains("\n  elements:"), "it has no meaning there");
    }

    @Test
    void anUnknownFeatureNamesTheNearestAndAllKnown() {
        assertEquals(
                "my.yaml:3  graph.features: must be one of element, orbital-field, atomic-stiffness, atomic-volume, block,"
                        + " covalent-radius, electron-affinity, electronegativity, group, ionisation-energy, period,"
                        + " valence-electrons, not \"atomic-stifness\". Did you mean atomic-stiffness?",
                fixture.problems(FINETUNE + "graph: { features: [element, atomic-stifness] }\n"));
    }

    @Test
    void featuresThatMeanNothingAreMistakes() {
        assertEquals(
                "my.yaml:3  graph.features: is an empty list. Name at least one of "
                        + String.join(", ", Features.known()) + ".",
                fixture.problems(FINETUNE + "graph: { features: [] }\n"));
        assertEquals(
                "my.yaml:3  graph.features: names block twice. Remove one.",
                fixture.problems(FINETUNE + "graph: { features: [block, element, block] }\n"));
        assertEquals(
                "my.yaml:3  graph.elements: has no meaning without element in graph.features. Add it there, or remove"
                        + " this.",
                fixture.problems(FINETUNE + "graph: { features: [block], elements: one-hot }\n"));
    }

    @Test
    void explainListsThem() {
        String told = new Explanation(Schema.of(ConfigFixture.TASKS)).of("graph.features");
        assertTrue(told.contains("element, orbital-field, atomic-stiffness"), told);
        assertTrue(told.contains("default [element]"), told);
    }
}
