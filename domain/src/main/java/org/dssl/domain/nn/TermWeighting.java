package org.dssl.domain.nn;

import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;

/** How the losses of several tasks become one. */
public enum TermWeighting {
    /** Σ w·L, eq. 5 of the paper. */
    FIXED {
        @Override
        public <T> T term(Scope<T> scope, String task, T weight, T loss) {
            return scope.algebra().mul(weight, loss);
        }
    },
    /**
     * Σ w·(exp(−s)·L + s) with s learned: noisy tasks count less. Source: Kendall, Gal, Cipolla, CVPR 2018 (arXiv:1705.07115),
     * eq. 10, with s = log σ² and without the factor ½, which w has. s is kept within ±3, so that a loss near zero, or
     * below, cannot grow its own weight without end.
     */
    UNCERTAINTY {
        @Override
        public <T> T term(Scope<T> scope, String task, T weight, T loss) {
            TensorAlgebra<T> a = scope.algebra();
            T free = scope.parameter("weighting/" + task, Initial.zeros(), 1, 1);
            T s = a.scale(a.tanh(a.scale(free, 1 / WIDEST)), WIDEST);
            return a.mul(weight, a.add(a.mul(a.exp(a.neg(s)), loss), s));
        }
    };

    private static final double WIDEST = 3;

    /** What a loss, (1, 1), adds to the sum; {@code weight} (1, 1) is the configured factor. */
    public abstract <T> T term(Scope<T> scope, String task, T weight, T loss);
}
