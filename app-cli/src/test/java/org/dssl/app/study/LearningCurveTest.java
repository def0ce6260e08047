package org.dssl.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurveTest {
    private static final RunConfigReader READER = new RunConfigReader(
            new YamlConfigReader(name -> null), PretextTasks.discovered(LearningCurveTest.class.getClassLoader()));
    private static final String FINETUNE =
            "finetune: { data: { source: builtin:elastic-binaries, target: K_VRH }, compare: [from-scratch] }\n";

    @TempDir
    Path folder;

    private Study study(String text) throws IOException {
        Path yaml = Files.writeString(folder.resolve("my.yaml"), text);
        return LearningCurve.of(READER, yaml, List.of(), List.of(0.015, 0.1, 1.0), folder.resolve("curve"));
    }

    private static RunConfig config(Trial trial) {
        return READER.read(trial.yaml(), trial.settings());
    }

    @Test
    void everyShareIsTrainedFromScratchAndFromOnePretraining() throws IOException {
        Study study = study("pretrain: { epochs: 3 }\n" + FINETUNE);
        assertEquals(
                List.of(
                        new Study.Column("1.5 % of the labels", 0.015),
                        new Study.Column("10 % of the labels", 0.1),
                        new Study.Column("100 % of the labels", 1)),
                study.columns());
        assertEquals(1, study.pretrainings().size());
        Files.createDirectories(study.pretrainings().get(0).folder());
        RunConfig scratch = config(study.rows().get(0).trials().get(1));
        RunConfig tuned = config(study.rows().get(1).trials().get(1));
        assertNull(scratch.encoder().pretrained());
        assertEquals(
                study.pretrainings().get(0).folder().toString(), tuned.encoder().pretrained());
        assertEquals(0.1, scratch.finetune().orElseThrow().labels());
        assertEquals(0.1, tuned.finetune().orElseThrow().labels());
        int epochs = config(study.rows().get(0).trials().get(2))
                .finetune()
                .orElseThrow()
                .epochs();
        assertEquals(10 * epochs, scratch.finetune().orElseThrow().epochs(), "fewer labels, as many steps");
        assertEquals(
                6, study.trials().stream().skip(1).map(Trial::folder).distinct().count());
    }

    @Test
    void weightsOfAnotherRunNeedNoPretraining() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Study study = study("encoder: { pretrained: other }\n" + FINETUNE);
        assertEquals(List.of(), study.pretrainings());
        assertEquals(
                other.toString(),
                config(study.rows().get(1).trials().get(0)).encoder().pretrained());
        assertNull(config(study.rows().get(0).trials().get(0)).encoder().pretrained());
    }

    @Test
    void aFileWithNothingToStartFromIsRefused() {
        assertThrows(InvalidInputException.class, () -> study(FINETUNE.replace(", compare: [from-scratch]", "")));
    }
}
