package org.dssl.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.TaskConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblationTest {
    private static final RunConfigReader READER = new RunConfigReader(
            new YamlConfigReader(name -> null), PretextTasks.discovered(AblationTest.class.getClassLoader()));
    private static final String PRETRAIN = "pretrain: { epochs: 3, tasks: { %s } }\n";
    private static final String FINETUNE =
            "finetune: { data: { source: builtin:elastic-binaries, target: %s }, compare: [from-scratch] }\n";
    private static final String ALL = "mask: {}, twins: { type: contrastive }, stiff: { type: atomic-stiffness }";

    @TempDir
    Path folder;

    private Path file(String name, String tasks, String target) throws IOException {
        return Files.writeString(folder.resolve(name), PRETRAIN.formatted(tasks) + FINETUNE.formatted(target));
    }

    private Study study(Path... files) {
        return Ablation.of(READER, List.of(files), List.of("seed=3"), folder.resolve("study"));
    }

    private RunConfig config(Trial trial) throws IOException {
        // Pretrainings that a trial starts from must be there.
        for (String setting : trial.overrides()) {
            if (setting.startsWith("encoder.pretrained=")) {
                Files.createDirectories(Path.of(setting.substring(setting.indexOf('=') + 1)));
            }
        }
        return READER.read(trial.yaml(), trial.settings());
    }

    private static List<String> tasks(RunConfig config) {
        return config.pretrain().orElseThrow().tasks().stream()
                .map(TaskConfig::name)
                .toList();
    }

    private static List<String> labels(Study study) {
        return study.rows().stream().map(Study.Row::label).toList();
    }

    @Test
    void everyPartOfPretrainingHasARowAndTheMicroPropertyAnotherAsInput() throws IOException {
        Study study = study(file("bulk.yaml", ALL, "K_VRH"));
        assertEquals(
                List.of("Original", "Mask", "CL", "DSSL", "DSSL + stiff", "Original, stiff as input"), labels(study));
        assertEquals(4, study.pretrainings().size());
        assertEquals(List.of("mask"), tasks(config(study.pretrainings().get(0))));
        assertEquals(List.of("twins"), tasks(config(study.pretrainings().get(1))));
        assertEquals(List.of("mask", "twins"), tasks(config(study.pretrainings().get(2))));
        assertEquals(
                List.of("mask", "twins", "stiff"),
                tasks(config(study.pretrainings().get(3))));
    }

    @Test
    void rowsDifferInWhatTheyStartFromAndInNothingElse() throws IOException {
        Study study = study(file("bulk.yaml", ALL, "K_VRH"));
        RunConfig original = config(study.rows().get(0).trials().get(0));
        RunConfig all = config(study.rows().get(4).trials().get(0));
        assertTrue(original.pretrain().isEmpty() && all.pretrain().isEmpty());
        assertNull(original.encoder().pretrained());
        assertEquals(
                study.pretrainings().get(3).folder().toString(), all.encoder().pretrained());
        String differing = "pretrained: .*|output: .*";
        assertEquals(
                original.resolvedYaml().replaceAll(differing, ""),
                all.resolvedYaml().replaceAll(differing, ""));
        assertEquals(3, original.seed());
        assertTrue(original.finetune().orElseThrow().compare().isEmpty());
        String input = config(study.rows().get(5).trials().get(0)).resolvedYaml();
        assertTrue(input.contains("features: [element, atomic-stiffness]"), input);
    }

    @Test
    void filesThatAgreeInPretrainingShareItAndOthersHaveTheirOwn() throws IOException {
        Path bulk = file("bulk.yaml", ALL, "K_VRH");
        Path shear = file("shear.yaml", ALL, "G_VRH");
        assertEquals(4, study(bulk, shear).pretrainings().size());
        Path other = file("other.yaml", ALL.replace("mask: {}", "mask: { ratio: 0.3 }"), "G_VRH");
        Study study = study(bulk, other);
        assertEquals(7, study.pretrainings().size(), "the contrast alone is the same");
        assertEquals(
                7, study.pretrainings().stream().map(Trial::folder).distinct().count());
    }

    @Test
    void filesWithMicroPropertiesOfTheirOwnShareARow() throws IOException {
        Path stiff = file("bulk.yaml", ALL, "K_VRH");
        Path electrons =
                file("gap.yaml", ALL.replace("stiff: { type: atomic-stiffness }", "valence-electrons: {}"), "K_VRH");
        Study study = study(stiff, electrons);
        assertEquals(
                List.of("DSSL + micro-property", "Original, micro-property as input"),
                labels(study).subList(4, 6));
        assertEquals(5, study.pretrainings().size());
    }

    @Test
    void rowsThatNotAllFilesCanHaveAreLeftOut() throws IOException {
        Path maskAlone = file("bulk.yaml", "mask: {}", "K_VRH");
        assertEquals(List.of("Original", "Mask"), labels(study(maskAlone)));
        Study both = study(maskAlone, file("all.yaml", ALL, "K_VRH"));
        assertEquals(List.of("Original", "Mask"), labels(both));
        assertEquals(1, both.pretrainings().size(), "pretrainings that no row starts from");
    }

    /** The standard tasks are filled in, and a row may still leave one of them out. */
    @Test
    void aFileThatNamesNoTasksIsAblatedToo() throws IOException {
        Path plain = Files.writeString(
                folder.resolve("plain.yaml"),
                "pretrain: { data: builtin:unlabelled-small }\n" + FINETUNE.formatted("K_VRH"));
        Study study = study(plain);
        assertEquals(List.of("Original", "Mask", "CL", "DSSL"), labels(study));
        assertEquals(
                List.of("mask"),
                config(study.pretrainings().get(0)).pretrain().orElseThrow().tasks().stream()
                        .map(RunConfig.TaskConfig::name)
                        .toList());
    }

    @Test
    void aFileWithoutPretrainingAndTwoFilesOfOneNameAreRefused() throws IOException {
        Path alone = Files.writeString(folder.resolve("alone.yaml"), FINETUNE.formatted("K_VRH"));
        assertThrows(InvalidInputException.class, () -> study(alone));
        Path bulk = file("bulk.yaml", ALL, "K_VRH");
        assertThrows(InvalidInputException.class, () -> study(bulk, bulk));
    }
}
