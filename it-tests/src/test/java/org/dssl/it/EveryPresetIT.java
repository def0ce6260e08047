package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dssl.app.config.Presets;
import org.dssl.app.wiring.Dssl;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the paper's tables by the one line that names it: two epochs of each training, eight wide. */
class EveryPresetIT {
    private static final List<String> PRETRAINED =
            List.of("ct-barlow", "ct-simsiam", "cin-barlow", "alignn-as", "dssl", "dssl-as", "dssl-ve");

    private static final String YAML =
            """
            preset: %s
            encoder: { width: 8, layers: 1 }
            %s
            finetune:
              data: { source: "builtin:elastic-binaries", limit: 40, target: { column: K_VRH, transform: log10 } }
              protocol: { type: holdout, repeats: 1, validation: 0 }
              epochs: 2
              batch: 12
            compute: { threads: 2 }
            """;

    private static final String PRETRAIN =
            """
            pretrain:
              data: { source: "builtin:unlabelled-small", limit: 40 }
              epochs: 2
              batch: 18
              validation: 0.1
            """;

    @TempDir
    Path folder;

    static Stream<String> rows() {
        return Presets.NAMES.stream().filter(name -> !name.equals("paper"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void learnsForTwoEpochs(String name) throws IOException {
        assertLearns(name, PRETRAINED.contains(name));
    }

    @Test
    void aRowLearnsAsThePaperTrains() throws IOException {
        assertLearns("[ct-barlow, paper]", true);
    }

    private void assertLearns(String presets, boolean pretrained) throws IOException {
        Path yaml =
                Files.writeString(folder.resolve("row.yaml"), String.format(YAML, presets, pretrained ? PRETRAIN : ""));
        RunSummary summary = Dssl.create()
                .experiment(yaml, "output=" + folder.resolve("run"))
                .run(ProgressListener.SILENT);
        assertEquals(
                List.of(pretrained ? "pretrained" : "from-scratch"),
                summary.variants().stream().map(RunSummary.Variant::name).toList());
        double error = summary.variants().get(0).scores().get(0).mean();
        assertTrue(error > 0 && error < 10, "mean absolute error: " + error);
    }
}
