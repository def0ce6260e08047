package org.dssl.domain.nn;

import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;

/** Affine layers. Weights are stored (in, out), under {@code name.weight}; biases (1, out), under {@code name.bias}. */
public final class Linear {
    private Linear() {}

    /** x·W + b: (R, in) to (R, out). */
    public static <T> T apply(Scope<T> scope, String name, T x, int outputs) {
        TensorAlgebra<T> a = scope.algebra();
        int inputs = a.columns(x);
        T weight = weight(scope, name, inputs, outputs);
        T bias = scope.parameter(name + ".bias", Initial.linear(inputs), 1, outputs);
        return a.add(a.matmul(x, weight), bias);
    }

    /** Just the matrix, for layers that use its rows apart or have no bias. */
    public static <T> T weight(Scope<T> scope, String name, int inputs, int outputs) {
        return scope.parameter(name + ".weight", Initial.linear(inputs), inputs, outputs);
    }
}
