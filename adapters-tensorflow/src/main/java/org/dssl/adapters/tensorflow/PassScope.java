package org.dssl.adapters.tensorflow;

import java.util.LinkedHashMap;
import java.util.List;
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
final class PassScope implements Scope<Node> {
    private final TensorFlowAlgebra algebra;
    private final Weights weights;
    private final Operand<TInt64> seed;
    private final Map<String, Node> parameters = new LinkedHashMap<>();
    private final Map<String, Node> statistics = new LinkedHashMap<>();
    private final Map<String, Node> written = new LinkedHashMap<>();
    private long dropouts;

    /** @param seed scalar, fed at every step; null in evaluation */
    PassScope(TensorFlowAlgebra algebra, Weights weights, Operand<TInt64> seed) {
        this.algebra = algebra;
        this.weights = weights;
        this.seed = seed;
    }

    @Override
    public TensorAlgebra<Node> algebra() {
        return algebra;
    }

    @Override
    public Node parameter(String name, Initial initial, int... shape) {
        Operand<TFloat32> value =
                weights.parameter(name, initial, shape).variable().value();
        return parameters.computeIfAbsent(name, n -> training() ? Node.parameter(value) : Node.constant(value));
    }

    @Override
    public Node differentiable(Node x) {
        return Node.leaf(algebra.tf.identity(x.value), x.shape);
    }

    @Override
    public Node gradient(Node y, Node x) {
        Node sum = algebra.total(algebra.sumColumns(y));
        Node gradient = Gradients.of(algebra, sum, List.of(x), false).get(x);
        return gradient == null ? algebra.scale(x, 0) : gradient;
    }

    @Override
    public Node statistic(String name, double initial, int... shape) {
        Operand<TFloat32> value =
                weights.statistic(name, initial, shape).variable().value();
        return statistics.computeIfAbsent(name, n -> Node.constant(value));
    }

    @Override
    public void update(String name, Node value) {
        weights.named(name);
        Node constant = algebra.stopGradient(value);
        statistics.put(name, constant);
        written.put(name, constant);
    }

    @Override
    public boolean training() {
        return seed != null;
    }

    /** Stateless random numbers, by the step's seed and the number of the call: another session repeats them. */
    @Override
    public Node dropout(Node x, double rate) {
        if (!training() || rate <= 0) {
            return x;
        }
        Ops tf = algebra.tf;
        Operand<TInt64> key = tf.stack(List.of(seed, tf.constant(dropouts++)));
        StatelessRandomUniform<TFloat32> uniform = tf.random.statelessRandomUniform(tf.shape(x.value), key);
        Operand<TFloat32> kept =
                tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant((float) rate)), TFloat32.class);
        Operand<TFloat32> mask = tf.math.mul(kept, tf.constant((float) (1 / (1 - rate))));
        return algebra.mul(x, Node.result(mask, x.shape));
    }

    Map<String, Node> parameters() {
        return parameters;
    }

    /** The statistics that the pass wrote, each with its last value. */
    Map<String, Node> written() {
        return written;
    }
}
