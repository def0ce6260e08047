package org.dssl.adapters.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.program.OptimiserOptions;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * AdamW as graph nodes (see {@link OptimiserOptions} for the formula). The native kernel computes {@code p ← p −
 * α·m / (√v + ε')}; with α = rate·√(1 − β₂ᵗ)/(1 − β₁ᵗ) and ε' = ε·√(1 − β₂ᵗ) that is {@code p − rate·m̂ / (√v̂ + ε)}. Both
 * are computed here in double and fed, so the kernel is told that the powers of β are zero.
 */
final class AdamW {
    private final Ops plain;
    private final Ops tf;
    private final OptimiserOptions options;
    private final Operand<TFloat32> rate;
    private final Operand<TFloat32> correction;
    private final Operand<TFloat32> epsilon;
    private final Map<String, Variable> first = new LinkedHashMap<>();
    private final Map<String, Variable> second = new LinkedHashMap<>();
    private final List<Op> updates = new ArrayList<>();

    /** @param ready after which parameters may change */
    AdamW(Ops tf, Op ready, OptimiserOptions options, Weights weights, Map<String, Operand<TFloat32>> gradients) {
        this.plain = tf.withSubScope("optimiser");
        this.tf = plain.withControlDependencies(ready);
        this.options = options;
        rate = scalarInput();
        correction = scalarInput();
        epsilon = scalarInput();
        Operand<TFloat32> scale = options.clipNorm() > 0 ? clip(gradients) : null;
        gradients.forEach((name, gradient) -> {
            Operand<TFloat32> clipped = scale == null ? gradient : tf.math.mul(gradient, scale);
            update(weights.named(name), clipped);
        });
    }

    List<Op> updates() {
        return updates;
    }

    /** Moments of the parameters that the loss reaches, by name. */
    Map<String, Variable> firstMoments() {
        return first;
    }

    Map<String, Variable> secondMoments() {
        return second;
    }

    /** @param step 1 for the first */
    void feed(Run run, double learningRate, long step) {
        // The kernel rounds β to float32: the correction must be of the same β, or early steps are off by 1e-5.
        double ofFirst = 1 - Math.pow((float) options.beta1(), step);
        double ofSecond = Math.sqrt(1 - Math.pow((float) options.beta2(), step));
        run.feedScalar(rate, learningRate);
        run.feedScalar(correction, ofSecond / ofFirst);
        run.feedScalar(epsilon, options.epsilon() * ofSecond);
    }

    private void update(Weights.Weight weight, Operand<TFloat32> gradient) {
        Variable parameter = weight.variable();
        Variable m = Variable.create(plain, weight.name() + "/first", parameter.shape());
        Variable v = Variable.create(plain, weight.name() + "/second", parameter.shape());
        first.put(weight.name(), m);
        second.put(weight.name(), v);
        Operand<TFloat32> groupRate = tf.math.mul(
                rate, tf.constant((float) options.groupOf(weight.name()).rateFactor()));
        double decay = options.decayOf(weight.name(), parameter.shape());
        Ops after = tf;
        if (decay > 0) {
            Operand<TFloat32> lost = tf.math.mul(parameter.value(), tf.math.mul(groupRate, tf.constant((float) decay)));
            after = tf.withControlDependencies(tf.assignSubVariableOp(parameter.handle(), lost));
        }
        Operand<TFloat32> zero = tf.constant(0f);
        updates.add(after.train.resourceApplyAdam(
                parameter.handle(),
                m.handle(),
                v.handle(),
                zero,
                zero,
                tf.math.mul(groupRate, correction),
                tf.constant((float) options.beta1()),
                tf.constant((float) options.beta2()),
                epsilon,
                gradient));
    }

    /** What to multiply gradients with so that their joint norm is at most the limit. */
    private Operand<TFloat32> clip(Map<String, Operand<TFloat32>> gradients) {
        Operand<TFloat32> limit = tf.constant((float) options.clipNorm());
        if (gradients.isEmpty()) {
            return limit;
        }
        List<Operand<TFloat32>> halves = new ArrayList<>();
        gradients.values().forEach(gradient -> halves.add(tf.nn.l2Loss(gradient)));
        Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.math.addN(halves), tf.constant(2f)));
        return tf.math.div(limit, tf.math.maximum(norm, limit));
    }

    private Operand<TFloat32> scalarInput() {
        return plain.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }
}
