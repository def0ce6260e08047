package org.dssl.adapters.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.run.Prediction;
import org.dssl.ports.run.RunFolder;

/** Fills a run folder with made-up predictions of ensembles that claim half their true deviation. */
final class MadeUpEnsembles {
    static final int CRYSTALS = 400;
    static final double FACTOR = 2;

    private MadeUpEnsembles() {}

    /** @param rescaled whether validation parts told the factor */
    static void write(RunFolder run, boolean rescaled) {
        Random random = new Random(8);
        for (int fold = 0; fold < 2; fold++) {
            List<Prediction> rows = new ArrayList<>();
            for (int i = 0; i < CRYSTALS; i++) {
                double deviation = 0.05 * Math.exp(0.6 * random.nextGaussian());
                double truth = 2 + 0.4 * random.nextGaussian();
                rows.add(new Prediction(
                        "c" + (fold * CRYSTALS + i),
                        "K_VRH",
                        truth,
                        truth + deviation * random.nextGaussian(),
                        deviation / FACTOR));
            }
            run.writePredictions("pretrained", "fold-" + fold, rows);
            run.writeMetrics("pretrained", "fold-" + fold, metrics(rows, rescaled));
        }
    }

    private static Map<String, Object> metrics(List<Prediction> rows, boolean rescaled) {
        double mae = Statistics.mean(rows.stream()
                .mapToDouble(row -> Math.abs(row.value() - row.truth()))
                .toArray());
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("mae", Map.of("K_VRH", mae));
        metrics.put("mean-predictor-mae", Map.of("K_VRH", 0.32));
        metrics.put("members", 5);
        metrics.put("member-mae", Map.of("K_VRH", 1.1 * mae));
        Map<String, Object> own = rescaled ? Map.of("rescaled", Map.of("factor", FACTOR)) : Map.of();
        metrics.put("calibration", Map.of("K_VRH", own));
        return metrics;
    }
}
