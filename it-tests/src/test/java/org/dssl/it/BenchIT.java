package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.app.bench.BenchResult;
import org.dssl.app.wiring.Dssl;
import org.dssl.ports.out.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That {@code dssl bench} measures what it names; how fast is another matter. */
class BenchIT {

    @ParameterizedTest
    @ValueSource(strings = {"tensorflow", "reference"})
    void everyStageOfTheFirstBatchIsTimed(String backend, @TempDir Path folder) throws IOException {
        BenchResult result = bench(folder, "compute.backend=" + backend);
        assertEquals(20, result.crystals(), "finetune.batch");
        assertTrue(result.computed().edges() < result.full().edges(), "the quotient is on");
        Map<String, Object> tree = result.tree();
        for (String key :
                List.of("fine_tune_step_ms", "pretrain_step_ms", "predict_ms", "graphs_per_s", "parameters")) {
            assertTrue(((Number) tree.get(key)).doubleValue() > 0, key + " in " + tree);
        }
    }

    @Test
    void withoutAQuotientWhatIsComputedIsTheFullGraph(@TempDir Path folder) throws IOException {
        BenchResult result = bench(folder, "graph.quotient=off", "compute.backend=reference");
        assertEquals(result.full(), result.computed());
    }

    private static BenchResult bench(Path folder, String... settings) throws IOException {
        return Dssl.create()
                .useCases()
                .bench(SmallRun.yaml(folder), List.of(settings), 2, ProgressListener.SILENT)
                .result();
    }
}
