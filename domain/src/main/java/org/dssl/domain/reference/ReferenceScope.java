package org.dssl.domain.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.Scope;
import org.dssl.domain.random.RandomStream;

/** One pass: parameters as variables, running statistics as they change. */
final class ReferenceScope implements Scope<Value> {
    private final ReferenceAlgebra algebra;
    private final Map<String, NamedArray> weights;
    private final RandomStream initial;
    private final boolean training;
    private final RandomStream dropout;
    private final Map<String, Value> parameters = new LinkedHashMap<>();
    private final Map<String, Value> statistics = new LinkedHashMap<>();
    private int dropouts;

    /**
     * @param weights known so far; parameters that the program asks for anew are added
     * @param initial where initial values are drawn from
     */
    ReferenceScope(
            ReferenceAlgebra algebra,
            Map<String, NamedArray> weights,
            RandomStream initial,
            boolean training,
            long dropoutSeed) {
        this.algebra = algebra;
        this.weights = weights;
        this.initial = initial;
        this.training = training;
        this.dropout = RandomStream.of(dropoutSeed);
    }

    @Override
    public TensorAlgebra<Value> algebra() {
        return algebra;
    }

    @Override
    public Value parameter(String name, Initial how, int... shape) {
        NamedArray array = weights.computeIfAbsent(
                name,
                n -> new NamedArray(n, true, shape, how.draw(Shapes.size(shape), initial.split(n))));
        requireShape(array, shape);
        return parameters.computeIfAbsent(
                name, n -> training ? algebra.variable(array.values(), shape) : algebra.constant(array.values(), shape));
    }

    @Override
    public Value statistic(String name, double start, int... shape) {
        NamedArray array = weights.computeIfAbsent(name, n -> {
            double[] values = new double[Shapes.size(shape)];
            Arrays.fill(values, start);
            return new NamedArray(n, false, shape, values);
        });
        requireShape(array, shape);
        return statistics.computeIfAbsent(name, n -> algebra.constant(array.values(), shape));
    }

    private static void requireShape(NamedArray array, int[] shape) {
        if (!Arrays.equals(array.shape(), shape)) {
            throw new IllegalArgumentException(array.name() + " has shape " + Arrays.toString(array.shape())
                    + ", asked for as " + Arrays.toString(shape));
        }
    }

    @Override
    public void update(String name, Value value) {
        statistics.put(name, algebra.stopGradient(value));
    }

    @Override
    public boolean training() {
        return training;
    }

    @Override
    public Value dropout(Value x, double rate) {
        if (!training || rate == 0) {
            return x;
        }
        RandomStream random = dropout.split(dropouts++);
        double[] factors = new double[x.data.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = random.nextDouble() < rate ? 0 : 1 / (1 - rate);
        }
        return algebra.mul(x, algebra.constant(factors, x.shape));
    }

    Map<String, Value> parameters() {
        return parameters;
    }

    Map<String, Value> statistics() {
        return statistics;
    }
}
