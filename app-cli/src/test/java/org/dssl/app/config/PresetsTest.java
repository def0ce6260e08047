package org.dssl.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.config.RunConfig.ScheduleConfig;
import org.dssl.app.config.RunConfig.TaskConfig;
import org.dssl.domain.graph.AtomColumns;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.Readout;
import org.dssl.ports.config.OptionValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
    private static final String FINETUNE = "finetune:\n  data: { source: moduli.csv, target: K }\n";

    @TempDir
    Path folder;

    private ConfigFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new ConfigFixture(folder);
    }

    @Test
    void everyShippedPresetReadsOnItsOwnAndWithThePaper() {
        for (String name : Presets.NAMES) {
            fixture.read("preset: " + name + "\n" + FINETUNE);
            fixture.read("preset: [" + name + ", paper]\n" + FINETUNE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cgcnn, cgcnn, 64, 3",
        "ct-barlow, cgcnn, 64, 3",
        "ct-simsiam, cgcnn, 64, 3",
        "gin, gin, 256, 5",
        "cin-barlow, gin, 256, 5",
        "megnet, megnet, 32, 3",
        "ogcnn, cgcnn, 64, 3",
        "gatgnn, deeper-gatgnn, 64, 3",
        "deeper-gatgnn, deeper-gatgnn, 64, 20",
        "alignn, alignn, 256, 4",
        "alignn-as, alignn, 256, 4"
    })
    void aNetworkIsThatOfItsAuthorsWithThePaperToo(String preset, String encoder, int width, int layers) {
        for (String given : List.of(preset, "[" + preset + ", paper]", "[paper, " + preset + "]")) {
            RunConfig config = fixture.read("preset: " + given + "\n" + FINETUNE);
            assertEquals(encoder, config.encoder().type(), given);
            assertEquals(width, config.encoder().options().integer("width"), given);
            assertEquals(layers, config.encoder().options().integer("layers"), given);
        }
    }

    @Test
    void twinsKeepTheirLossAndCopiesWithThePaper() {
        for (String preset : List.of("ct-barlow", "[ct-barlow, paper]")) {
            TaskConfig task = fixture.read("preset: " + preset + "\n" + FINETUNE)
                    .pretrain()
                    .orElseThrow()
                    .tasks()
                    .get(0);
            assertEquals("barlow-twins", task.options().text("loss"));
            assertEquals(
                    List.of("perturb", "mask-atoms", "drop-edges"),
                    task.options().texts("augment"));
            assertEquals(0.05, task.options().number("maximum"));
        }
        RunConfig gat = fixture.read("preset: [gatgnn, paper]\n" + FINETUNE);
        assertFalse(gat.encoder().options().flag("skips"));
        assertTrue(gat.graph().atoms().degree());
    }

    static Stream<String> names() {
        return Presets.NAMES.stream();
    }

    private RunConfig read(String presets, String... overrides) {
        return fixture.read("preset: " + presets + "\n" + FINETUNE, overrides);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theUsersSizesKeepThePresetsNetworkAndTheUsersNetworkItsOwnSizes(String name) {
        for (String presets : List.of(name, "[" + name + ", paper]")) {
            RunConfig own = fixture.read("preset: " + presets + "\nencoder: { width: 32 }\n" + FINETUNE);
            assertEquals(read(name).encoder().type(), own.encoder().type());
            assertEquals(32, own.encoder().options().integer("width"));
        }
        RunConfig another = read(name, "encoder=gin");
        assertEquals("gin", another.encoder().type());
        assertEquals(256, another.encoder().options().integer("width"));
    }

    @ParameterizedTest
    @CsvSource({
        "cgcnn, ''",
        "gin, ''",
        "ogcnn, ''",
        "megnet, ''",
        "gatgnn, ''",
        "deeper-gatgnn, ''",
        "alignn, ''",
        "ct-barlow, contrastive",
        "ct-simsiam, contrastive",
        "cin-barlow, contrastive",
        "alignn-as, atomic-stiffness",
        "dssl, mask contrastive",
        "dssl-as, mask contrastive atomic-stiffness",
        "dssl-ve, mask contrastive valence-electrons"
    })
    void tasksAreThoseOfTheRow(String name, String tasks) {
        for (String presets : List.of(name, "[" + name + ", paper]")) {
            assertEquals(
                    tasks,
                    read(presets).pretrain().stream()
                            .flatMap(pretrain -> pretrain.tasks().stream())
                            .map(TaskConfig::name)
                            .collect(Collectors.joining(" ")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ct-barlow, barlow-twins, '[128, 128, 128]', 64",
        "ct-simsiam, simsiam, '[256]', 256",
        "cin-barlow, barlow-twins, '[1024, 512, 256]', 256"
    })
    void twinsHaveTheReleasedCodesSettings(String name, String loss, String projector, int batch) {
        assertEquals(batch, read(name).pretrain().orElseThrow().batch());
        for (String presets : List.of(name, "[" + name + ", paper]")) {
            OptionValues task =
                    read(presets).pretrain().orElseThrow().tasks().get(0).options();
            assertEquals(loss, task.text("loss"));
            assertEquals(projector, task.integers("projector").toString());
            assertEquals(
                    List.of(0.0, 0.05, 0.1, 0.1, 0.0051),
                    Stream.of("minimum", "maximum", "ratio", "dropped", "off-diagonal")
                            .map(task::number)
                            .toList());
        }
        RunConfig smaller = read(name, "pretrain.tasks.contrastive.projector=[4]");
        assertEquals(
                List.of(4L),
                smaller.pretrain().orElseThrow().tasks().get(0).options().integers("projector"));
    }

    @Test
    void inputsAndReadoutsAreThePublishedOnes() {
        for (String presets : List.of("ogcnn", "[ogcnn, paper]")) {
            AtomColumns atoms = read(presets).graph().atoms();
            assertTrue(atoms.orbitalField(), presets);
            assertEquals(Optional.of(ElementFeatures.PROPERTIES), atoms.element());
        }
        RunConfig.FinetuneConfig gatgnn = read("gatgnn").finetune().orElseThrow();
        assertEquals(new Readout(List.of(64, 64), Activation.SOFTPLUS, false), gatgnn.head());
        assertTrue(gatgnn.pooling() == Pooling.SUM && gatgnn.tapAfterAttention());
        assertEquals(
                new Readout(List.of(128), Activation.SOFTPLUS, true),
                read("ct-barlow").finetune().orElseThrow().head());
    }

    @Test
    void aNetworkGoesWithTheTasksOfDssl() {
        RunConfig config = read("[alignn, dssl-as, paper]");
        assertEquals("alignn", config.encoder().type());
        assertEquals(0.0, config.pretrain().orElseThrow().dropout(), "alignn has none");
        assertEquals(3, config.pretrain().orElseThrow().tasks().size());
        assertEquals("megnet", read("[alignn, megnet]").encoder().type(), "the later network wins");
    }

    @Test
    void everyPresetSaysWhatItIsAndItsSource() {
        for (String name : Presets.NAMES) {
            assertTrue(Presets.lines(name).get(0).startsWith("# "), name);
            assertTrue(Presets.lines(name).get(1).startsWith("# Source: "), name);
        }
    }

    @Test
    void aPartThatAPresetBringsCanBeTakenAway() {
        RunConfig config = fixture.read("preset: [dssl, paper]\npretrain: off\n" + FINETUNE);
        assertTrue(config.pretrain().isEmpty());
        assertTrue(fixture.read("preset: dssl\n" + FINETUNE, "pretrain=off")
                .pretrain()
                .isEmpty());
        assertTrue(ConfigFixture.READER
                .reread(config.resolvedYaml(), folder.resolve("config.yaml"))
                .pretrain()
                .isEmpty());
    }

    @Test
    void thePaperIsTheReleasedCodesSettings() {
        RunConfig config = fixture.read("preset: [dssl-as, paper]\n" + FINETUNE);
        assertEquals(115, config.encoder().options().integer("width"));
        assertEquals(15, config.encoder().options().integer("layers"));
        assertEquals(GraphOptions.PAPER, config.graph().options());
        assertTrue(config.graph().atoms().degree()
                && config.graph().minMaxLengths()
                && config.graph().trueComposition());
        PretrainConfig pretrain = config.pretrain().orElseThrow();
        assertEquals(new ScheduleConfig("plateau", 0.8, 10, 2e-4, 1e-6, 0.3), pretrain.schedule());
        assertEquals(
                List.of(500.0, 256.0, 1e-3, 5e-4, 0.01, 0.0, 0.3, 0.1),
                List.of(
                        (double) pretrain.epochs(),
                        (double) pretrain.batch(),
                        pretrain.rate(),
                        pretrain.headRate(),
                        pretrain.weightDecay(),
                        pretrain.headDecay(),
                        pretrain.dropout(),
                        pretrain.validation()));
        assertTrue(pretrain.decayVectors() && pretrain.tapAfterAttention() && !pretrain.redraw());
        assertEquals(
                List.of(0.1, 1.0, 0.1),
                pretrain.tasks().stream().map(task -> task.weight().value()).toList());
        assertEquals("floor", pretrain.tasks().get(0).options().text("count"));
        assertEquals("cosine", pretrain.tasks().get(1).options().text("loss"));
        assertEquals("zero", pretrain.tasks().get(2).options().text("unknown"));
        RunConfig.FinetuneConfig finetune = config.finetune().orElseThrow();
        assertEquals(1e-5, finetune.schedule().minimum());
        assertEquals(5e-3, finetune.rate());
        assertTrue(!finetune.standardise() && finetune.pooling() == Pooling.SUM && finetune.tapAfterAttention());
    }

    @Test
    void thePaperChangesOnlyPartsThatAreThere() {
        RunConfig finetuneOnly = fixture.read("preset: paper\n" + FINETUNE);
        assertTrue(finetuneOnly.pretrain().isEmpty());
        assertEquals(500, finetuneOnly.finetune().orElseThrow().epochs());
        RunConfig own = fixture.read("preset: paper\npretrain:\n  tasks: { hide: { type: mask } }\n");
        assertTrue(own.finetune().isEmpty());
        List<TaskConfig> tasks = own.pretrain().orElseThrow().tasks();
        assertEquals(List.of("hide"), tasks.stream().map(TaskConfig::name).toList());
        assertEquals(115, tasks.get(0).options().integer("outputs"));
    }

    @Test
    void laterPresetsWinAndTheUsersKeysWinOverAll() {
        RunConfig config = fixture.read(
                "preset: [dssl, dssl-as, paper]\nencoder: { width: 8 }\npretrain:\n  epochs: 1\n  schedule: constant\n"
                        + "  tasks: { mask: { weight: 3 }, contrastive: off }\n",
                "pretrain.batch=2");
        PretrainConfig pretrain = config.pretrain().orElseThrow();
        assertEquals(8, config.encoder().options().integer("width"));
        assertEquals(1, pretrain.epochs());
        assertEquals(2, pretrain.batch());
        assertEquals("constant", pretrain.schedule().type());
        assertEquals(
                List.of("mask", "atomic-stiffness"),
                pretrain.tasks().stream().map(TaskConfig::name).toList());
        assertEquals(3.0, pretrain.tasks().get(0).weight().value());
    }

    @Test
    void aPresetCanBeChosenOnTheCommandLine() {
        assertFalse(fixture.read("preset: paper\n" + FINETUNE, "preset=[]")
                .graph()
                .atoms()
                .degree());
        assertTrue(fixture.read(FINETUNE, "preset=paper").graph().atoms().degree());
    }
}
