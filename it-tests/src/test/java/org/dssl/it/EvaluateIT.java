package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dssl.app.config.RunConfig.DataConfig;
import org.dssl.app.wiring.Dssl;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finished run tested on other labelled crystals, and on those that it learned from. */
class EvaluateIT {
    private static final String ROCKSALT =
            "{\"id\": \"%s\", \"cell\": [%s, %2$s, %2$s, 60, 60, 60], \"elements\": [\"%s\", \"Cl\"],"
                    + " \"frac\": [[0, 0, 0], [0.5, 0.5, 0.5]], \"K_VRH\": %s}%n";

    @TempDir
    static Path folder;

    private static Path run;

    private final List<String> warnings = new ArrayList<>();
    private final Path csv = folder.resolve("predictions.csv");

    @BeforeAll
    static void runOnce() throws IOException {
        SmallRun.experiment(folder, "run", "finetune.epochs=2", "pretrain=off", "finetune.compare=[]")
                .run(ProgressListener.SILENT);
        run = folder.resolve("run");
    }

    private RunSummary evaluate(String source) {
        ProgressListener listener = new ProgressListener() {
            @Override
            public void warning(String message) {
                warnings.add(message);
            }
        };
        return Dssl.create()
                .useCases()
                .evaluate(run, new DataConfig(source, null, "id", 0, "here"), Optional.of(csv), listener)
                .summary();
    }

    /** Errors by hand, from the table of predictions. */
    private double meanAbsoluteError() throws IOException {
        List<String> lines = Files.readAllLines(csv);
        assertEquals("id,log10_K_VRH,spread,K_VRH,unit,note,true_K_VRH", lines.get(0));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .mapToDouble(
                        cells -> Math.abs(Double.parseDouble(cells[1]) - Double.parseDouble(cells[cells.length - 1])))
                .average()
                .orElseThrow();
    }

    @Test
    void othersAreTestedAndBadOnesNamed() throws IOException {
        Path file = folder.resolve("salts.jsonl");
        Files.writeString(
                file,
                ROCKSALT.formatted("a", 4.0, "Na", 24)
                        + ROCKSALT.formatted("b", 4.4, "K", 17)
                        + ROCKSALT.formatted("negative", 4.6, "Rb", -3));
        double error =
                evaluate(file.toString()).variants().get(0).scores().get(0).mean();
        assertEquals(3, Files.readAllLines(csv).size());
        assertEquals(meanAbsoluteError(), error, 1e-5);
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).contains("log10 needs positive values"), warnings.get(0));
    }

    @Test
    void thoseItLearnedFromAreNoTest() throws IOException {
        double error = evaluate("builtin:elastic-binaries")
                .variants()
                .get(0)
                .scores()
                .get(0)
                .mean();
        assertEquals(meanAbsoluteError(), error, 1e-5);
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("90 of 800 crystals have id and formula of"), warnings.get(0));
    }
}
