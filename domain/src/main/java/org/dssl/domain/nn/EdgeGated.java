package org.dssl.domain.nn;

import java.util.Optional;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;

/**
 * Edge-gated graph convolution, with skips. Source: Choudhary and DeCost, npj Computational Materials 7:185 (2021),
 * after Bresson and Laurent, arXiv:1711.07553 (method.md section 4).
 *
 * <p>Legend: V vertices, E edges s → t, d width. Of vertices x and edges y:
 *
 * <pre>
 * m = A·x_s + B·x_t + C·y
 * h_t = Σ μ·σ(m)·D·x_s / (Σ μ·σ(m) + 1e-6), over the edges into t
 * x ← x + SiLU(BN(F·x + h)),  y ← y + SiLU(BN(m))
 * </pre>
 */
final class EdgeGated {
    private static final double EPSILON = 1e-6;

    private EdgeGated() {}

    /**
     * Where the layer works.
     *
     * @param from E to V, s
     * @param into E to V, t
     * @param multiplicity μ, how many equal edges lead into one t, (E, 1)
     * @param vertexWeight how many vertices of the batch each stands for, (V, 1)
     */
    record Graph<T>(Index from, Index into, T multiplicity, T vertexWeight) {

        /** How many edges of the batch each stands for, (E, 1). */
        T edgeWeight(TensorAlgebra<T> a) {
            return a.mul(a.gather(vertexWeight, into), multiplicity);
        }
    }

    /**
     * Vectors of the edges. Many edges share one at the start: then they stand once, and what is linear in them is
     * computed once.
     *
     * @param rows (E, d), or (distinct, d) with an index from E
     */
    record EdgeValues<T>(T rows, Optional<Index> of) {
        EdgeValues(T rows) {
            this(rows, Optional.empty());
        }

        /** One row per edge of what was computed of {@link #rows}. */
        T each(TensorAlgebra<T> a, T computed) {
            return of.map(index -> a.gather(computed, index)).orElse(computed);
        }
    }

    /** The new x (V, d) and y (E, d). */
    record Updated<T>(T vertices, T edges) {}

    static <T> Updated<T> apply(Scope<T> scope, String name, Graph<T> graph, T x, EdgeValues<T> y) {
        TensorAlgebra<T> a = scope.algebra();
        int width = a.columns(x);
        T gate = gate(scope, name, graph, x, y);
        T message = Linear.apply(scope, name + ".message", x, width);
        T received = a.gatedMean(gate, message, graph.from(), graph.multiplicity(), graph.into(), EPSILON);
        T own = Linear.apply(scope, name + ".self", x, width);
        T vertices = normalised(scope, name + ".vertices", a.add(own, received), graph.vertexWeight());
        T edges = normalised(scope, name + ".edges", gate, graph.edgeWeight(a));
        return new Updated<>(a.add(x, vertices), a.add(y.each(a, y.rows()), edges));
    }

    /** m, (E, d); maps are applied before rows are gathered, and the bias of C where rows are fewest. */
    private static <T> T gate(Scope<T> scope, String name, Graph<T> graph, T x, EdgeValues<T> y) {
        TensorAlgebra<T> a = scope.algebra();
        int width = a.columns(x);
        T from = Linear.apply(scope, name + ".gate-from", x, width);
        T into = Linear.apply(scope, name + ".gate-into", x, width);
        T edge = a.matmul(y.rows(), Linear.weight(scope, name + ".gate-edge", width, width));
        T bias = scope.parameter(name + ".gate-edge.bias", Initial.linear(width), 1, width);
        return a.add(a.gatherAdd(from, graph.from(), a.add(into, bias), graph.into()), y.each(a, edge));
    }

    private static <T> T normalised(Scope<T> scope, String name, T x, T weight) {
        return BatchNorm.silu(scope, name, x, weight);
    }
}
