package org.dssl.adapters.tensorflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.domain.program.Initial;
import org.dssl.domain.random.RandomStream;
import org.tensorflow.op.Ops;

/** The parameters and running statistics of a program, shared by its passes, in the order in which it asked for them. */
final class Weights {

    /** @param trained false for running statistics */
    record Weight(String name, boolean trained, Initial initial, Variable variable) {
        double[] draw(RandomStream parameters) {
            return initial.draw(variable.size(), parameters.split(name));
        }

        void checkShape(int[] shape) {
            if (!Arrays.equals(shape, variable.shape())) {
                throw new IllegalArgumentException("weight '" + name + "' has shape "
                        + Arrays.toString(variable.shape()) + ", the state gives " + Arrays.toString(shape));
            }
        }

        void checkSize(int size) {
            if (size != variable.size()) {
                throw new IllegalArgumentException("parameter '" + name + "' has " + variable.size()
                        + " values, the state gives moments of " + size);
            }
        }
    }

    private final Ops tf;
    private final Map<String, Weight> byName = new LinkedHashMap<>();
    private boolean complete;

    Weights(Ops tf) {
        this.tf = tf.withSubScope("weights");
    }

    Weight parameter(String name, Initial initial, int... shape) {
        return find(name, true, initial, shape);
    }

    Weight statistic(String name, double initial, int... shape) {
        return find(name, false, new Initial.Constant(initial), shape);
    }

    Collection<Weight> all() {
        return byName.values();
    }

    Map<String, Variable> variables() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        byName.forEach((name, weight) -> variables.put(name, weight.variable()));
        return variables;
    }

    /** @throws IllegalArgumentException if the program has no weight of that name */
    Weight named(String name) {
        Weight weight = byName.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("the program has no weight '" + name + "'; it has " + byName.keySet());
        }
        return weight;
    }

    /** From now on asking for a new name is an error: the program may not ask for other weights in another mode. */
    void complete() {
        complete = true;
    }

    private Weight find(String name, boolean trained, Initial initial, int... shape) {
        Weight known = byName.get(name);
        if (known == null) {
            if (complete) {
                throw new IllegalStateException("the program asks for '" + name
                        + "' in training only; it must ask for the same parameters in every mode");
            }
            known = new Weight(name, trained, initial, Variable.create(tf, name, shape));
            byName.put(name, known);
        }
        if (known.trained != trained || !Arrays.equals(known.variable.shape(), shape)) {
            throw new IllegalArgumentException("'" + name + "' is asked for as a "
                    + (trained ? "parameter" : "statistic") + " of shape " + Arrays.toString(shape)
                    + ", but was a " + (known.trained ? "parameter" : "statistic") + " of shape "
                    + Arrays.toString(known.variable.shape()));
        }
        return known;
    }
}
