package org.dssl.domain.program;

import org.dssl.domain.algebra.TensorAlgebra;

/**
 * What a model needs beside pure operations: its parameters, its running statistics, the mode, and random numbers.
 * Parameters come to life when they are first asked for, by name; a name asked for twice is the same parameter.
 */
public interface Scope<T> {
    TensorAlgebra<T> algebra();

    /** A trained parameter. The initial value depends on the seed and the name alone. */
    T parameter(String name, Initial initial, int... shape);

    /** A running statistic: its latest value within this pass. Not trained; saved with the weights. */
    T statistic(String name, double initial, int... shape);

    /** Gives a running statistic a new value, which later readers of this pass and the next step see. */
    void update(String name, T value);

    boolean training();

    /** An input as something to differentiate by with {@link #gradient}; its value is that of x. */
    T differentiable(T x);

    /**
     * The gradient of the sum of y by x, a result of {@link #differentiable}: of the shape of x, zero where y does not depend
     * on it. It can be differentiated again, hence may enter a loss, as forces −∂E/∂r do.
     */
    T gradient(T y, T x);

    /** In training, zeroes entries with probability {@code rate} and scales the others by 1/(1 − rate). */
    T dropout(T x, double rate);
}
