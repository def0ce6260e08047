package org.dssl.app.finetune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.config.RunConfig.TargetConfig;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.run.Prediction;

/** What is written of predictions of a part's test crystals. */
record PartScores(LabelledSet data, List<TargetConfig> targets) {

    /**
     * @param predicted per test crystal and target
     * @param uncertainty likewise; null where a single network predicted
     */
    List<Prediction> predictions(Fold fold, double[][] predicted, double[][] uncertainty) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < predicted.length; i++) {
            int row = fold.test()[i];
            String id = data.data().crystals().get(row).crystal().id();
            for (int t = 0; t < targets.size(); t++) {
                double truth = data.targets()[row][t];
                if (!Double.isNaN(truth)) {
                    rows.add(new Prediction(
                            id,
                            targets.get(t).column(),
                            truth,
                            predicted[i][t],
                            uncertainty == null ? Double.NaN : uncertainty[i][t]));
                }
            }
        }
        return rows;
    }

    /** Errors by target, and the sizes of the parts. */
    Map<String, Object> metrics(Fold fold, double[][] predicted) {
        Map<String, Object> dummy = new LinkedHashMap<>();
        for (int t = 0; t < targets.size(); t++) {
            double[] truth = data.target(fold.test(), t);
            double[] mean = new double[truth.length];
            double[] known = Arrays.stream(data.target(fold.train(), t))
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            Arrays.fill(mean, Statistics.mean(known));
            dummy.put(targets.get(t).column(), Statistics.meanAbsoluteError(truth, mean));
        }
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("mae", mae(fold, predicted));
        metrics.put("mean-predictor-mae", dummy);
        metrics.put("train", fold.train().length);
        metrics.put("validation", fold.validation().length);
        metrics.put("test", fold.test().length);
        return metrics;
    }

    private Map<String, Object> mae(Fold fold, double[][] predicted) {
        Map<String, Object> mae = new LinkedHashMap<>();
        for (int t = 0; t < targets.size(); t++) {
            mae.put(
                    targets.get(t).column(),
                    Statistics.meanAbsoluteError(data.target(fold.test(), t), column(predicted, t)));
        }
        return mae;
    }

    static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
