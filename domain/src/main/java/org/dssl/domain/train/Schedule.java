package org.dssl.domain.train;

import java.util.Map;

/** The learning rate over a training. One object serves one training; its state can be saved and restored. */
public interface Schedule {

    /** The rate of the step that comes next; steps count from 0. */
    double rate(long step);

    /** Told once an epoch, with the training loss. */
    default void epochEnded(double trainingLoss) {}

    /** What must be saved to go on later; empty if the rate follows from the step alone. */
    default Map<String, Double> state() {
        return Map.of();
    }

    default void restore(Map<String, Double> state) {}

    static Schedule constant(double rate) {
        return step -> rate;
    }

    /**
     * PyTorch's OneCycleLR: cosine up from top/25 over the first {@code warmUp} of the steps, then cosine down to
     * top/250,000. Source: Smith and Topin, arXiv:1708.07120.
     */
    static Schedule oneCycle(double top, long steps, double warmUp) {
        double up = warmUp * steps - 1;
        return step -> step <= up
                ? cosine(top / 25, top, up <= 0 ? 1 : step / up)
                : cosine(top, top / 25 / 1e4, Math.min(1, (step - up) / Math.max(1, steps - 1 - up)));
    }

    /** Linear up over the first {@code warmUp} of the steps, then cosine down to {@code minimum}. */
    static Schedule cosine(double top, double minimum, long steps, double warmUp) {
        double up = warmUp * steps;
        return step ->
                step < up ? top * (step + 1) / up : cosine(top, minimum, Math.min(1, (step - up) / (steps - up)));
    }

    private static double cosine(double from, double to, double part) {
        return to + (from - to) * (1 + Math.cos(Math.PI * part)) / 2;
    }
}
