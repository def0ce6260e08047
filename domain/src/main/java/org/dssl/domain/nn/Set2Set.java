package org.dssl.domain.nn;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;

/**
 * Reads a crystal's rows by attention that is asked several times. Source: Vinyals, Bengio and Kudlur, ICLR 2016
 * (arXiv:1511.06391), eqs. 3–7, with m_i the rows of a crystal, f the inner product, and weights for rows that stand for
 * several:
 *
 * <pre>
 *   q_t = LSTM(q*_{t−1}),  e_i = ⟨m_i, q_t⟩,  a_i = exp(e_i) / Σ_j w_j exp(e_j),  r_t = Σ_i w_i a_i m_i,  q*_t = [q_t ‖ r_t]
 * </pre>
 *
 * <p>q* and the LSTM's cell start as zeros. The result depends neither on the rows' order nor on how often a crystal is
 * repeated.
 */
final class Set2Set {
    /** As often as MEGNet asks. */
    private static final int STEPS = 3;

    private Set2Set() {}

    /** Rows m (R, d) to q* (G, 2d). */
    static <T> T apply(Scope<T> scope, String name, T m, CrystalRows<T> rows) {
        TensorAlgebra<T> a = scope.algebra();
        int d = a.columns(m);
        T weight = scope.parameter(name + ".weight", Initial.linear(d), 2 * d, 4 * d);
        T bias = scope.parameter(name + ".bias", Initial.linear(d), 1, 4 * d);
        T cell = rows.zeros(a, d);
        T read = rows.zeros(a, 2 * d);
        for (int t = 0; t < STEPS; t++) {
            T gates = a.add(a.matmul(read, weight), bias);
            T in = a.sigmoid(a.columns(gates, 0, d));
            T forget = a.sigmoid(a.columns(gates, d, 2 * d));
            T candidate = a.tanh(a.columns(gates, 2 * d, 3 * d));
            T out = a.sigmoid(a.columns(gates, 3 * d, 4 * d));
            cell = a.add(a.mul(forget, cell), a.mul(in, candidate));
            T query = a.mul(out, a.tanh(cell));
            T share = rows.softmax(a, a.sumColumns(a.mul(m, rows.spread(a, query))));
            read = a.concat(List.of(query, rows.sum(a, a.mul(share, m))));
        }
        return read;
    }
}
