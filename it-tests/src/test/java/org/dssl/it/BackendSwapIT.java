package org.dssl.it;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.app.config.Encoders;
import org.dssl.app.wiring.Dssl;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.JournalEntry;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One line swaps the backend: a run trained on either has the same losses at every step and the same predictions. An epoch
 * is one step here, so that the journal has every step. Dropout is off: the backends draw it differently.
 */
class BackendSwapIT {
    private static final String YAML =
            """
            encoder: { type: %s, width: 8, layers: 2 }
            pretrain:
              data: { source: "builtin:unlabelled-small", limit: 12 }
              epochs: 4
              batch: 12
              validation: 0
              tasks: { mask: { weight: 1 }, contrastive: { weight: 0.1 }, atomic-stiffness: { weight: 1 } }
            finetune:
              data: { source: "builtin:elastic-binaries", limit: 16, target: { column: K_VRH, transform: log10 } }
              protocol: { type: holdout, repeats: 1, train: 0.7, validation: 0 }
              compare: [from-scratch]
              epochs: 5
              batch: 16
            compute: { threads: 2, backend: %s }
            """;

    private static final Tolerance LOSSES = new Tolerance(1e-4, 1e-5);
    /** Adam's first steps amplify rounding where a gradient is nearly zero; crystals not trained on show most of it. */
    private static final Tolerance PREDICTIONS = new Tolerance(1e-3, 1e-4);

    @TempDir
    Path folder;

    static List<String> encoders() {
        return Encoders.names();
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theBackendChangesRoundingOnly(String encoder) throws IOException {
        RunFolder reference = run(encoder, "reference");
        RunFolder tensorFlow = run(encoder, "tensorflow");

        List<JournalEntry> expected = reference.journal();
        List<JournalEntry> found = tensorFlow.journal();
        assertTrue(expected.size() > 4 * 4 + 2 * 5, "the journal has every step");
        assertEquals(
                expected.stream().map(BackendSwapIT::place).toList(),
                found.stream().map(BackendSwapIT::place).toList());
        for (int i = 0; i < expected.size(); i++) {
            boolean measure = expected.get(i).metric().contains("measure/");
            assertClose(
                    expected.get(i).value(),
                    found.get(i).value(),
                    measure ? PREDICTIONS : LOSSES,
                    place(expected.get(i)));
        }
        for (String variant : List.of("pretrained", "from-scratch")) {
            assertClose(predictions(reference, variant), predictions(tensorFlow, variant), PREDICTIONS, variant);
        }
    }

    private RunFolder run(String encoder, String backend) throws IOException {
        Path yaml = Files.writeString(folder.resolve(backend + ".yaml"), String.format(YAML, encoder, backend));
        Path output = folder.resolve(backend);
        Dssl.create().experiment(yaml, "output=" + output).run(ProgressListener.SILENT);
        return new FileRunFolders().read(output);
    }

    private static String place(JournalEntry entry) {
        return entry.stage() + " " + entry.variant() + " step " + entry.step() + " " + entry.metric();
    }

    private static double[] predictions(RunFolder run, String variant) {
        return run.predictions(variant, "repeat-0").stream()
                .mapToDouble(Prediction::value)
                .toArray();
    }
}
