package org.dssl.adapters.tensorflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.random.StatelessRandomUniform;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The scope of one pass (training or evaluation) while its graph is built. Running statistics are functional: a reader
 * gets the node that was written last, and the session assigns the last one once per step.
 */
final class PassScope implements Scope<Operand<TFloat32>> {
    private final TensorFlowAlgebra algebra;
    private final Weights weights;
    private final Operand<TInt64> seed;
    private final Map<String, Operand<TFloat32>> statistics = new LinkedHashMap<>();
    private long dropouts;

    /** @param seed scalar, fed at every step; null in evaluation */
    PassScope(TensorFlowAlgebra algebra, Weights weights, Operand<TInt64> seed) {
        this.algebra = algebra;
        this.weights = weights;
        this.seed = seed;
    }

    @Override
    public TensorAlgebra<Operand<TFloat32>> algebra() {
        return algebra;
    }

    @Override
    public Operand<TFloat32> parameter(String name, Initial initial, int... shape) {
        return weights.parameter(name, initial, shape).variable().value();
    }

    @Override
    public Operand<TFloat32> statistic(String name, double initial, int... shape) {
        Variable variable = weights.statistic(name, initial, shape).variable();
        return statistics.getOrDefault(name, variable.value());
    }

    @Override
    public void update(String name, Operand<TFloat32> value) {
        weights.named(name);
        statistics.put(name, value);
    }

    @Override
    public boolean training() {
        return seed != null;
    }

    /** Stateless random numbers, by the step's seed and the number of the call: another session repeats them. */
    @Override
    public Operand<TFloat32> dropout(Operand<TFloat32> x, double rate) {
        if (!training() || rate <= 0) {
            return x;
        }
        Ops tf = algebra.tf;
        Operand<TInt64> key = tf.stack(java.util.List.of(seed, tf.constant(dropouts++)));
        StatelessRandomUniform<TFloat32> uniform = tf.random.statelessRandomUniform(tf.shape(x), key);
        Operand<TFloat32> kept =
                tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant((float) rate)), TFloat32.class);
        Operand<TFloat32> mask = tf.stopGradient(tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
        return tf.math.mul(x, mask);
    }

    /** The statistics that the pass wrote, each with its last value. */
    Map<String, Operand<TFloat32>> written() {
        return statistics;
    }
}
