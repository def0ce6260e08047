package org.dssl.domain.nn;

import org.dssl.domain.algebra.TensorAlgebra;

/** Activation functions, elementwise. */
public enum Activation {
    /** log(1 + exp x). */
    SOFTPLUS {
        @Override
        public <T> T apply(TensorAlgebra<T> algebra, T x) {
            return algebra.softplus(x);
        }
    },
    /** x·σ(x). */
    SILU {
        @Override
        public <T> T apply(TensorAlgebra<T> algebra, T x) {
            return algebra.silu(x);
        }
    },
    /** max(x, 0). */
    RELU {
        @Override
        public <T> T apply(TensorAlgebra<T> algebra, T x) {
            return algebra.leakyRelu(x, 0);
        }
    },
    /** x where positive, 0.01·x elsewhere. */
    LEAKY_RELU {
        @Override
        public <T> T apply(TensorAlgebra<T> algebra, T x) {
            return algebra.leakyRelu(x, 0.01);
        }
    },
    TANH {
        @Override
        public <T> T apply(TensorAlgebra<T> algebra, T x) {
            return algebra.tanh(x);
        }
    };

    public abstract <T> T apply(TensorAlgebra<T> algebra, T x);
}
