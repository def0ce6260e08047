package org.dssl.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dssl.app.config.RunConfig.ComputeConfig;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.config.RunConfig.EncoderConfig;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.config.RunConfig.GraphConfig;
import org.dssl.app.config.RunConfig.OnBadStructure;
import org.dssl.app.config.RunConfig.PretrainConfig;
import org.dssl.app.config.RunConfig.ProtocolConfig;
import org.dssl.app.config.RunConfig.ScheduleConfig;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.app.config.RunConfig.TaskConfig;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.graph.AtomColumns;
import org.dssl.domain.graph.ElementFeatures;
import org.dssl.domain.graph.GraphMode;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.Readout;
import org.dssl.domain.nn.TermWeighting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunConfigReaderTest {
    @TempDir
    Path folder;

    private ConfigFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new ConfigFixture(folder);
    }

    @Test
    void everyDefaultIsAsDocumented() {
        RunConfig config =
                fixture.read("pretrain:\nfinetune:\n  data: { source: builtin:elastic-binaries, target: K }\n");
        ScheduleConfig schedule = new ScheduleConfig("one-cycle", 0.8, 10, 2e-4, 1e-6, 0.3);
        List<TaskConfig> tasks = config.pretrain().orElseThrow().tasks();
        String at = folder.resolve("my.yaml") + ":";
        PretrainConfig pretrain = new PretrainConfig(
                new DataConfig("builtin:unlabelled-small", null, "id", 0, at + "1  pretrain.data"),
                20,
                128,
                1e-3,
                1e-3,
                0.01,
                0.01,
                false,
                0,
                schedule,
                0,
                0.05,
                true,
                false,
                TermWeighting.FIXED,
                tasks);
        FinetuneConfig finetune = new FinetuneConfig(
                new DataConfig("builtin:elastic-binaries", null, "id", 0, at + "3  finetune.data"),
                List.of(new TargetConfig("K", "none", "")),
                new ProtocolConfig("k-fold", 5, null, null, null, List.of(), "composition", 10, 0.6, 0.2),
                List.of(),
                100,
                64,
                1e-3,
                0.01,
                false,
                0,
                schedule,
                0,
                "l1",
                true,
                Pooling.MEAN,
                false,
                Readout.LINEAR,
                0,
                0,
                1,
                false,
                1);
        int threads = Math.min(8, Runtime.getRuntime().availableProcessors());
        assertEquals(
                new RunConfig(
                        7,
                        new EncoderConfig("deeper-gatgnn", config.encoder().options(), null),
                        new GraphConfig(
                                GraphOptions.DEFAULT, AtomColumns.of(ElementFeatures.ONE_HOT, false), false, false),
                        Optional.of(pretrain),
                        Optional.of(finetune),
                        "runs/my",
                        new ComputeConfig("tensorflow", "cpu", threads, 20, "auto"),
                        OnBadStructure.SKIP,
                        Optional.empty(),
                        config.knownTasks(),
                        config.resolvedYaml()),
                config);
        assertEquals(
                Map.of("width", 64L, "layers", 5L, "heads", 4L, "normalisation", "group", "skips", true),
                config.encoder().options().asMap());
        assertEquals(
                List.of("mask", "contrastive"),
                tasks.stream().map(TaskConfig::type).toList());
    }

    @ParameterizedTest
    @CsvSource({"on, true", "off, false", "true, true", "false, false", "On, true", "FALSE, false"})
    void theQuotientIsSwitchedByEitherPairOfYamlsWords(String word, boolean quotient) {
        RunConfig config = fixture.read("graph: { quotient: " + word + ", tolerance: 0.001 }\nfinetune:\n"
                + "  data: { source: builtin:elastic-binaries, target: K }\n");
        assertEquals(quotient, config.graph().options().quotient());
        assertEquals(0.001, config.graph().options().tolerance());
    }

    @Test
    void everyKeyReachesItsRecord() {
        RunConfig config = fixture.read(
                """
                seed: 11
                output: elsewhere
                on-bad-structure: fail
                encoder: { width: 32, layers: 3, heads: 2, pretrained: crystals }
                graph: { mode: minimum-image, neighbours: 9, radius: 6, tolerance: 1e-3, quotient: off, degree: on, elements: properties, features: [element, block],
                         lengths: min-max, composition: full }
                pretrain:
                  epochs: 2
                  batch: 3
                  rate: 0.1
                  head-rate: 0.2
                  weight-decay: 0.3
                  head-weight-decay: 0.4
                  decay-vectors: on
                  clip-norm: 5
                  dropout: 0.6
                  validation: 0.7
                  redraw: once
                  weighting: uncertainty
                  tap: after-attention
                  data: { source: crystals, structures: crystals, id: name, limit: 10 }
                  schedule: { type: plateau, factor: 0.5, patience: 4, threshold: 0.01, minimum: 0.001 }
                  tasks:
                    hide: { type: mask, weight: 0.25, ratio: 0.5 }
                finetune:
                  epochs: 4
                  batch: 5
                  rate: 0.6
                  weight-decay: 0.7
                  decay-vectors: on
                  clip-norm: 8
                  dropout: 0.9
                  loss: mse
                  standardise: off
                  pooling: set2set
                  tap: after-attention
                  patience: 12
                  labels: 0.3
                  ensemble: 3
                  score: validation
                  head: { hidden: [20, 10], activation: silu, activate-input: on }
                  compare: [from-scratch]
                  data:
                    source: moduli.csv
                    target:
                      - { column: K, transform: log10, unit: GPa }
                      - G
                  protocol: { type: holdout, repeats: 3, train: 0.5, validation: 0.25 }
                  schedule: { type: cosine, warm-up: 0.1, minimum: 0.01 }
                compute: { backend: reference, device: gpu, threads: 3 }
                """);
        String crystals = folder.resolve("crystals").toString();
        assertEquals(11, config.seed());
        assertEquals("elsewhere", config.output());
        assertEquals(OnBadStructure.FAIL, config.onBadStructure());
        assertEquals(new EncoderConfig("deeper-gatgnn", config.encoder().options(), crystals), config.encoder());
        assertEquals(
                Map.of("width", 32L, "layers", 3L, "heads", 2L, "normalisation", "group", "skips", true),
                config.encoder().options().asMap());
        assertEquals(
                new GraphConfig(
                        new GraphOptions(GraphMode.MINIMUM_IMAGE, 9, 6, 1e-3, false),
                        new AtomColumns(
                                Optional.of(ElementFeatures.PROPERTIES),
                                true,
                                List.of(ElementColumn.named("block").orElseThrow())),
                        true,
                        true),
                config.graph());
        PretrainConfig pretrain = config.pretrain().orElseThrow();
        assertEquals(
                new PretrainConfig(
                        new DataConfig(
                                crystals, crystals, "name", 10, pretrain.data().place()),
                        2,
                        3,
                        0.1,
                        0.2,
                        0.3,
                        0.4,
                        true,
                        5,
                        new ScheduleConfig("plateau", 0.5, 4, 0.01, 0.001, 0.3),
                        0.6,
                        0.7,
                        false,
                        true,
                        TermWeighting.UNCERTAINTY,
                        pretrain.tasks()),
                pretrain);
        TaskConfig task = pretrain.tasks().get(0);
        assertEquals(
                "hide mask 0.25",
                task.name() + " " + task.type() + " " + task.weight().value());
        assertEquals(0.5, task.options().number("ratio"));
        assertTrue(task.place().endsWith("my.yaml:24  pretrain.tasks.hide"), task.place());
        FinetuneConfig finetune = config.finetune().orElseThrow();
        assertEquals(
                new FinetuneConfig(
                        new DataConfig(
                                folder.resolve("moduli.csv").toString(),
                                null,
                                "id",
                                0,
                                finetune.data().place()),
                        List.of(new TargetConfig("K", "log10", "GPa"), new TargetConfig("G", "none", "")),
                        new ProtocolConfig("holdout", 5, null, null, null, List.of(), "composition", 3, 0.5, 0.25),
                        List.of("from-scratch"),
                        4,
                        5,
                        0.6,
                        0.7,
                        true,
                        8,
                        new ScheduleConfig("cosine", 0.8, 10, 2e-4, 0.01, 0.1),
                        0.9,
                        "mse",
                        false,
                        Pooling.SET2SET,
                        true,
                        new Readout(List.of(20, 10), Activation.SILU, true),
                        0,
                        12,
                        0.3,
                        true,
                        3),
                finetune);
        assertEquals(new ComputeConfig("reference", "gpu", 3, 20, "auto"), config.compute());
    }

    @Test
    void foldsOfAColumnAreTheValuesGivenOrAll() {
        String data = "finetune:\n  data: { source: moduli.csv, target: K }\n  protocol: ";
        assertEquals(
                new ProtocolConfig("k-fold", 0, "fold", null, null, List.of("1", "2"), "composition", 10, 0.6, 0.2),
                protocol(fixture.read(data + "{ column: fold, folds: [1, 2] }")));
        assertEquals(
                new ProtocolConfig("k-fold", 0, "fold", null, null, List.of(), "composition", 10, 0.6, 0.2),
                protocol(fixture.read(data + "{ column: fold }")));
        assertEquals(
                new ProtocolConfig("k-fold", 3, null, null, null, List.of(), "composition", 10, 0.6, 0.2),
                protocol(fixture.read(data + "{ folds: 3 }")));
    }

    @Test
    void matbenchsFoldsMayComeFromAFile() {
        String data = "finetune:\n  data: { source: moduli.csv, target: K }\n  protocol: ";
        String moduli = folder.resolve("moduli.csv").toString();
        assertEquals(
                new ProtocolConfig(
                        "matbench", 0, null, moduli, "matbench_x", List.of("a"), "composition", 10, 0.6, 0.2),
                protocol(fixture.read(data + "{ type: matbench, ids: moduli.csv, task: matbench_x, folds: [a] }")));
        assertEquals(
                new ProtocolConfig("matbench", 0, null, null, null, List.of(), "composition", 10, 0.6, 0.2),
                protocol(fixture.read(data + "matbench")));
    }

    @Test
    void theCommandLineWinsOverTheFileAndKeepsWhatItDoesNotName() {
        String yaml =
                "finetune:\n  data: { source: moduli.csv, target: { column: K, transform: log10 } }\n  epochs: 9\n";
        RunConfig config = fixture.read(
                yaml,
                "finetune.data.limit=5",
                "finetune.data.target.column=G",
                "seed=1",
                "seed=2",
                "finetune.epochs=3");
        FinetuneConfig finetune = config.finetune().orElseThrow();
        assertEquals(2, config.seed());
        assertEquals(3, finetune.epochs());
        assertEquals(5, finetune.data().limit());
        assertEquals(folder.resolve("moduli.csv").toString(), finetune.data().source());
        assertEquals(List.of(new TargetConfig("G", "log10", "")), finetune.targets());
    }

    @Test
    void pathsOfTheCommandLineAreRelativeToTheWorkingDirectory() {
        RunConfig config =
                fixture.read("finetune:\n  data: { source: moduli.csv, target: K }\n", "finetune.data=src/main");
        assertEquals(
                Path.of("src/main").toAbsolutePath().toString(),
                config.finetune().orElseThrow().data().source());
    }

    @Test
    void theResolvedTextReadAgainIsTheSameConfiguration() {
        for (String yaml : List.of(
                "preset: [dssl-as, paper]\nfinetune:\n  data: { source: moduli.csv, target: [K, { column: '12 a: b' }] }\n",
                "finetune:\n  data: { source: builtin:x, target: { column: 'on', unit: \"a ${b} \\\"c\\\" 'd'\\tµ\" } }\n"
                        .replace("\"a ${b} \\\"c\\\" 'd'\\tµ\"", "'a ${b} \"c\" ''d'' µ'"),
                "finetune:\n  data: { source: moduli.csv, target: K }\n  protocol: { column: fold, folds: [1, '02', 1.5a] }\n",
                "pretrain: { rate: 1.5e-7, tasks: { a-1: { type: mask } } }\n")) {
            RunConfig config = fixture.read(yaml);
            RunConfig again = ConfigFixture.READER.reread(config.resolvedYaml(), folder.resolve("config.yaml"));
            assertEquals(config.resolvedYaml(), again.resolvedYaml());
            assertEquals(withoutPlaces(config), withoutPlaces(again));
        }
    }

    @Test
    void theResolvedTextShowsEveryDefault() {
        String text = fixture.read("finetune:\n  data: { source: builtin:x, target: K }\n")
                .resolvedYaml();
        assertTrue(
                text.startsWith("seed: 7\noutput: runs/my\non-bad-structure: skip\nencoder:\n  type: deeper-gatgnn\n"),
                text);
        assertTrue(text.contains("\n  tolerance: 1e-4\n  quotient: on\n"), text);
        assertTrue(
                text.contains("\n    target:\n      - column: K\n        transform: none\n        unit: \"\"\n"), text);
        assertTrue(text.contains("\n    folds: [5]\n    column: null\n"), text);
    }

    private static ProtocolConfig protocol(RunConfig config) {
        return config.finetune().orElseThrow().protocol();
    }

    /** Everything but lines and files, as text, since options of tasks have no equality. */
    private static String withoutPlaces(RunConfig config) {
        String tasks = config.pretrain().map(PretrainConfig::tasks).orElse(List.of()).stream()
                .map(t -> t.name() + t.type() + t.weight() + t.options().asMap())
                .toList()
                .toString();
        return tasks + config.toString().replaceAll("place=[^\\],]*", "").replaceAll("OptionValues@[0-9a-f]+", "");
    }
}
