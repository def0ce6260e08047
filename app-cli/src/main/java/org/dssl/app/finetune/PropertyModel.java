package org.dssl.app.finetune;

import java.util.List;
import java.util.Map;
import org.dssl.domain.graph.FeatureOptions;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.train.TargetScaling;
import org.dssl.ports.run.RunFolder;

/** A fine-tuned model: weights, and what turns its outputs into targets and lengths into features. */
public record PropertyModel(ModelState state, TargetScaling scaling, double lengthLow, double lengthSpan) {
    private static final String MEAN = "target-mean";
    private static final String SPREAD = "target-spread";
    private static final String LOW = "length-low";
    private static final String SPAN = "length-span";

    /** @param name of the model within the folder */
    public void save(RunFolder folder, String name) {
        folder.saveModel(
                name,
                state,
                Map.of(MEAN, list(scaling.mean()), SPREAD, list(scaling.spread()), LOW, lengthLow, SPAN, lengthSpan),
                true);
    }

    public static PropertyModel of(RunFolder.SavedModel saved) {
        Map<String, Object> extra = saved.extra();
        return new PropertyModel(
                saved.state(),
                new TargetScaling(array(extra.get(MEAN)), array(extra.get(SPREAD))),
                ((Number) extra.get(LOW)).doubleValue(),
                ((Number) extra.get(SPAN)).doubleValue());
    }

    /** With the range of lengths that the model was trained with. */
    public FeatureOptions features(FeatureOptions options) {
        return options.withLengths(lengthLow, lengthLow + lengthSpan);
    }

    /** Predictions in the targets' transformed unit. */
    double[][] restore(double[][] standardised) {
        double[][] restored = new double[standardised.length][];
        for (int i = 0; i < restored.length; i++) {
            restored[i] = new double[standardised[i].length];
            for (int t = 0; t < restored[i].length; t++) {
                restored[i][t] = scaling.restore(standardised[i][t], t);
            }
        }
        return restored;
    }

    private static List<Double> list(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    private static double[] array(Object list) {
        return ((List<?>) list)
                .stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
    }
}
