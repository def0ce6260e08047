package org.dssl.app.finetune;

import java.util.List;
import org.dssl.domain.train.Statistics;

/**
 * What several networks predict together, per crystal and target.
 *
 * @param deviation standard deviation over the networks, K − 1; NaN for one network
 */
record Spread(double[][] mean, double[][] deviation) {

    /** @param predicted by each network, per crystal and target */
    static Spread of(List<double[][]> predicted) {
        int crystals = predicted.get(0).length;
        Spread spread = new Spread(new double[crystals][], new double[crystals][]);
        for (int i = 0; i < crystals; i++) {
            int targets = predicted.get(0)[i].length;
            spread.mean[i] = new double[targets];
            spread.deviation[i] = new double[targets];
            for (int t = 0; t < targets; t++) {
                double[] values = new double[predicted.size()];
                for (int m = 0; m < values.length; m++) {
                    values[m] = predicted.get(m)[i][t];
                }
                spread.mean[i][t] = Statistics.mean(values);
                spread.deviation[i][t] = Statistics.sampleDeviation(values);
            }
        }
        return spread;
    }
}
