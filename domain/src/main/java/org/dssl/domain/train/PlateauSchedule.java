package org.dssl.domain.train;

import java.util.Map;

/**
 * PyTorch's ReduceLROnPlateau on the training loss: after more than {@code patience} epochs without a relative improvement
 * by {@code threshold}, the rate is multiplied by {@code factor}, down to {@code minimum}.
 */
public final class PlateauSchedule implements Schedule {
    private final double factor;
    private final int patience;
    private final double threshold;
    private final double minimum;
    private double rate;
    private double best = Double.POSITIVE_INFINITY;
    private int badEpochs;

    public PlateauSchedule(double rate, double factor, int patience, double threshold, double minimum) {
        this.rate = rate;
        this.factor = factor;
        this.patience = patience;
        this.threshold = threshold;
        this.minimum = minimum;
    }

    @Override
    public double rate(long step) {
        return rate;
    }

    @Override
    public void epochEnded(double trainingLoss) {
        if (trainingLoss < best * (1 - threshold)) {
            best = trainingLoss;
            badEpochs = 0;
        } else if (++badEpochs > patience) {
            // PyTorch ignores reductions below 1e-8.
            double lower = Math.max(rate * factor, minimum);
            rate = rate - lower > 1e-8 ? lower : rate;
            badEpochs = 0;
        }
    }

    @Override
    public Map<String, Double> state() {
        return Map.of("rate", rate, "best", best, "badEpochs", (double) badEpochs);
    }

    @Override
    public void restore(Map<String, Double> state) {
        rate = state.get("rate");
        best = state.get("best");
        badEpochs = state.get("badEpochs").intValue();
    }
}
