package org.dssl.domain.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.OptimiserOptions;

/** The optimiser of {@link OptimiserOptions} on plain arrays. Parameters without a gradient are left alone. */
final class AdamW {
    private final OptimiserOptions options;
    private final Map<String, double[]> first = new LinkedHashMap<>();
    private final Map<String, double[]> second = new LinkedHashMap<>();
    private long steps;

    AdamW(OptimiserOptions options) {
        this.options = options;
    }

    void step(Map<String, NamedArray> weights, Map<String, Value> gradients, double learningRate) {
        steps++;
        double clip = clipFactor(gradients);
        double correctFirst = 1 - Math.pow(options.beta1(), steps);
        double correctSecond = 1 - Math.pow(options.beta2(), steps);
        gradients.forEach((name, gradient) -> {
            NamedArray array = weights.get(name);
            double rate = learningRate * options.groupOf(name).rateFactor();
            double keep = 1 - rate * options.decayOf(name, array.shape());
            double[] p = array.values().clone();
            double[] m = first.computeIfAbsent(name, n -> new double[p.length]);
            double[] v = second.computeIfAbsent(name, n -> new double[p.length]);
            for (int i = 0; i < p.length; i++) {
                double g = gradient.data[i] * clip;
                m[i] = options.beta1() * m[i] + (1 - options.beta1()) * g;
                v[i] = options.beta2() * v[i] + (1 - options.beta2()) * g * g;
                double denominator = Math.sqrt(v[i]) / Math.sqrt(correctSecond) + options.epsilon();
                p[i] = p[i] * keep - rate / correctFirst * m[i] / denominator;
            }
            weights.put(name, new NamedArray(name, true, array.shape(), p));
        });
    }

    private double clipFactor(Map<String, Value> gradients) {
        if (options.clipNorm() == 0) {
            return 1;
        }
        double squares = 0;
        for (Value gradient : gradients.values()) {
            for (double g : gradient.data) {
                squares += g * g;
            }
        }
        double norm = Math.sqrt(squares);
        return norm > options.clipNorm() ? options.clipNorm() / norm : 1;
    }

    void forget() {
        first.clear();
        second.clear();
        steps = 0;
    }

    void restore(ModelState state) {
        forget();
        state.firstMoments().forEach((name, m) -> first.put(name, m.clone()));
        state.secondMoments().forEach((name, v) -> second.put(name, v.clone()));
        steps = state.step();
    }

    Map<String, double[]> firstMoments() {
        return copy(first);
    }

    Map<String, double[]> secondMoments() {
        return copy(second);
    }

    long steps() {
        return steps;
    }

    private static Map<String, double[]> copy(Map<String, double[]> moments) {
        Map<String, double[]> copies = new LinkedHashMap<>();
        moments.forEach((name, values) -> copies.put(name, values.clone()));
        return copies;
    }
}
