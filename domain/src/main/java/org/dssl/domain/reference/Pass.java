package org.dssl.domain.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;
import org.dssl.domain.random.RandomStream;

/** One run of a program: parameters as variables, running statistics as this run has changed them so far. */
final class Pass implements Scope<Tensor> {
    private final ReferenceAlgebra algebra;
    private final Weights weights;
    private final boolean training;
    private final RandomStream dropout;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Tensor> statistics = new LinkedHashMap<>();
    private int dropouts;

    Pass(ReferenceAlgebra algebra, Weights weights, boolean training, long seed) {
        this.algebra = algebra;
        this.weights = weights;
        this.training = training;
        this.dropout = RandomStream.of(seed).split("dropout");
    }

    /** Those that the program asked for, in that order. */
    Map<String, Tensor> parameters() {
        return parameters;
    }

    void storeStatistics() {
        statistics.forEach((name, value) -> weights.put(name, value.values));
    }

    @Override
    public TensorAlgebra<Tensor> algebra() {
        return algebra;
    }

    @Override
    public Tensor parameter(String name, Initial initial, int... shape) {
        double[] values = weights.get(name, true, initial, shape);
        return parameters.computeIfAbsent(
                name, n -> training ? Tensor.variable(values, shape.clone()) : Tensor.constant(values, shape.clone()));
    }

    @Override
    public Tensor differentiable(Tensor x) {
        return Tensor.variable(x.values, x.shape);
    }

    @Override
    public Tensor gradient(Tensor y, Tensor x) {
        Tensor gradient = algebra.gradientsBesideStatistics(y, List.of(x)).get(x);
        return gradient == null ? algebra.scale(x, 0) : gradient;
    }

    @Override
    public Tensor statistic(String name, double initial, int... shape) {
        double[] values = weights.get(name, false, new Initial.Constant(initial), shape);
        return statistics.computeIfAbsent(name, n -> Tensor.constant(values, shape.clone()));
    }

    @Override
    public void update(String name, Tensor value) {
        Tensor old = statistics.get(name);
        if (old == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is updated but was not read before; known are " + statistics.keySet());
        }
        if (!Arrays.equals(old.shape, value.shape)) {
            throw new IllegalArgumentException("'" + name + "' is a " + old + " and cannot become a " + value);
        }
        statistics.put(name, algebra.stopGradient(value));
    }

    @Override
    public boolean training() {
        return training;
    }

    @Override
    public Tensor dropout(Tensor x, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("dropout rate " + rate + " is not in 0 ≤ rate < 1");
        }
        if (!training || rate == 0) {
            return x;
        }
        RandomStream random = dropout.split(dropouts++);
        double[] mask = new double[x.values.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < rate ? 0 : 1 / (1 - rate);
        }
        return algebra.mul(x, Tensor.constant(mask, x.shape));
    }
}
