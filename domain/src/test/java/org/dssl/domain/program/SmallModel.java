package org.dssl.domain.program;

import java.util.List;
import java.util.Map;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.random.RandomStream;

/**
 * A regression with what real models have: two layers, batch normalisation with running statistics, dropout, and a
 * parameter that the loss does not reach.
 *
 * @param dropout rate on the hidden layer
 * @param normalised without it and without dropout, training and evaluation compute the same
 */
record SmallModel(double dropout, boolean normalised) implements Program {
    static final int HIDDEN = 4;
    static final String UNREACHED = "head/unreached";
    static final String RUNNING_MEAN = "encoder/norm/mean";
    static final String RUNNING_VARIANCE = "encoder/norm/variance";

    /** Initial values of its parameters, whose names are the keys. */
    static final Map<String, Initial> INITIALS = Map.of(
            "encoder/weight",
            Initial.glorot(3, HIDDEN),
            "encoder/bias",
            Initial.linear(3),
            "head/weight",
            Initial.linear(HIDDEN),
            "head/bias",
            Initial.zeros(),
            UNREACHED,
            Initial.ones());

    @Override
    public List<InputSpec> inputs() {
        return List.of(
                InputSpec.numbers("x", 3),
                InputSpec.numbers("target", 1),
                InputSpec.numbers("weight", 1),
                InputSpec.index("group"));
    }

    /** Rows x with weights 1, 2, 3, 1, …, in two groups, and targets that the model can learn. */
    static Feeds feeds(int rows, long seed) {
        RandomStream random = RandomStream.of(seed);
        double[] x = new double[3 * rows];
        double[] y = new double[rows];
        double[] weight = new double[rows];
        int[] group = new int[rows];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < 3; c++) {
                x[3 * row + c] = 2 * random.nextDouble() - 1;
                y[row] += (c - 0.5) * Math.sin(x[3 * row + c]);
            }
            weight[row] = 1 + row % 3;
            group[row] = row % 2;
        }
        return new Feeds()
                .numbers("x", x, rows, 3)
                .numbers("target", y, rows, 1)
                .numbers("weight", weight, rows, 1)
                .index("group", group, 2);
    }

    @Override
    public <T> Results<T> run(Scope<T> scope, Inputs<T> inputs) {
        TensorAlgebra<T> k = scope.algebra();
        T weight = inputs.numbers("weight");
        Index group = inputs.index("group");
        T linear = k.matmul(inputs.numbers("x"), parameter(scope, "encoder/weight", 3, HIDDEN));
        T scaled = normalised ? normalise(scope, linear, weight) : linear;
        T hidden = k.tanh(k.add(scaled, parameter(scope, "encoder/bias", 1, HIDDEN)));
        T rows = k.matmul(scope.dropout(hidden, dropout), parameter(scope, "head/weight", HIDDEN, 1));
        T context = k.scale(k.gather(k.segmentSum(rows, group), group), 0.1);
        T prediction = k.add(k.add(rows, context), parameter(scope, "head/bias", 1, 1));
        parameter(scope, UNREACHED, 2, 2);
        T error = k.square(k.sub(prediction, inputs.numbers("target")));
        return new Results<>(k.weightedMean(error, weight), Map.of("prediction", prediction));
    }

    private static <T> T parameter(Scope<T> scope, String name, int... shape) {
        return scope.parameter(name, INITIALS.get(name), shape);
    }

    private static <T> T normalise(Scope<T> scope, T x, T weights) {
        TensorAlgebra<T> k = scope.algebra();
        T mean = scope.statistic(RUNNING_MEAN, 0, 1, HIDDEN);
        T variance = scope.statistic(RUNNING_VARIANCE, 1, 1, HIDDEN);
        if (scope.training()) {
            TensorAlgebra.Moments<T> batch = k.weightedMoments(x, weights);
            scope.update(RUNNING_MEAN, k.add(k.scale(mean, 0.9), k.scale(batch.mean(), 0.1)));
            scope.update(RUNNING_VARIANCE, k.add(k.scale(variance, 0.9), k.scale(batch.variance(), 0.1)));
            mean = batch.mean();
            variance = batch.variance();
        }
        T gain = k.constant(new double[] {1, 1, 1, 1}, 1, HIDDEN);
        return k.normalise(x, mean, variance, 1e-5, gain, k.sub(gain, gain));
    }
}
