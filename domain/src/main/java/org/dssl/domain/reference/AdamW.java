package org.dssl.domain.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.domain.program.OptimiserOptions;

/** The optimiser of {@link OptimiserOptions}, with its moments. */
final class AdamW {
    private final OptimiserOptions options;
    private final Map<String, double[]> first = new LinkedHashMap<>();
    private final Map<String, double[]> second = new LinkedHashMap<>();
    private long step;

    AdamW(OptimiserOptions options) {
        this.options = options;
    }

    /** One step; a parameter without gradient is left alone, without decay. */
    void step(Weights weights, Map<String, double[]> gradients, double learningRate) {
        step++;
        double clip = clipFactor(gradients);
        gradients.forEach((name, gradient) -> {
            double[] parameter = weights.get(name).clone();
            OptimiserOptions.Group group = options.groupOf(name);
            double decay = options.decayOf(name, weights.shape(name));
            move(name, parameter, gradient, clip, learningRate * group.rateFactor(), decay);
            weights.put(name, parameter);
        });
    }

    private double clipFactor(Map<String, double[]> gradients) {
        if (options.clipNorm() <= 0) {
            return 1;
        }
        double squares = 0;
        for (double[] gradient : gradients.values()) {
            for (double g : gradient) {
                squares += g * g;
            }
        }
        return Math.min(1, options.clipNorm() / Math.sqrt(squares));
    }

    private void move(String name, double[] p, double[] gradient, double clip, double rate, double decay) {
        double[] m = first.computeIfAbsent(name, n -> new double[p.length]);
        double[] v = second.computeIfAbsent(name, n -> new double[p.length]);
        double correction1 = 1 - Math.pow(options.beta1(), step);
        double correction2 = 1 - Math.pow(options.beta2(), step);
        for (int i = 0; i < p.length; i++) {
            double g = clip * gradient[i];
            m[i] = options.beta1() * m[i] + (1 - options.beta1()) * g;
            v[i] = options.beta2() * v[i] + (1 - options.beta2()) * g * g;
            double move = m[i] / correction1 / (Math.sqrt(v[i] / correction2) + options.epsilon());
            p[i] = p[i] * (1 - rate * decay) - rate * move;
        }
    }

    void forget() {
        first.clear();
        second.clear();
        step = 0;
    }

    /** Replaces what is named; other moments stay. */
    void restore(Map<String, double[]> firstMoments, Map<String, double[]> secondMoments, long steps) {
        firstMoments.forEach((name, values) -> first.put(name, values.clone()));
        secondMoments.forEach((name, values) -> second.put(name, values.clone()));
        step = steps;
    }

    Map<String, double[]> firstMoments() {
        return copy(first);
    }

    Map<String, double[]> secondMoments() {
        return copy(second);
    }

    long steps() {
        return step;
    }

    private static Map<String, double[]> copy(Map<String, double[]> moments) {
        Map<String, double[]> copy = new LinkedHashMap<>();
        moments.forEach((name, values) -> copy.put(name, values.clone()));
        return copy;
    }
}
