package org.dssl.domain.nn;

import java.util.List;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.algebra.TensorAlgebra;

/**
 * Rows of a batch that belong to crystals, as atoms and edges do, each standing for several of the crystal. Legend: R rows,
 * G crystals.
 *
 * @param weight how many of the crystal a row stands for, (R, 1)
 * @param path from the rows to the crystals, step by step
 */
record CrystalRows<T>(T weight, List<Index> path) {

    static <T> CrystalRows<T> atoms(GraphInputs<T> graph) {
        return new CrystalRows<>(graph.atomMultiplicity(), List.of(graph.atomCrystal()));
    }

    static <T> CrystalRows<T> edges(TensorAlgebra<T> a, GraphInputs<T> graph) {
        return new CrystalRows<>(graph.edgeWeight(a), List.of(graph.edgeSource(), graph.atomCrystal()));
    }

    /** Σ weight · x over the rows of each crystal: (R, C) to (G, C). */
    T sum(TensorAlgebra<T> a, T x) {
        return sumUp(a, a.mul(x, weight));
    }

    T mean(TensorAlgebra<T> a, T x) {
        return a.div(sum(a, x), sumUp(a, weight));
    }

    /** Each row gets its crystal's: (G, C) to (R, C). */
    T spread(TensorAlgebra<T> a, T x) {
        T result = x;
        for (int step = path.size() - 1; step >= 0; step--) {
            result = a.gather(result, path.get(step));
        }
        return result;
    }

    /** exp(x) / Σ weight · exp(x) over the crystal, the share of one of those that a row stands for: (R, C). */
    T softmax(TensorAlgebra<T> a, T x) {
        T highest = x;
        for (Index step : path) {
            highest = a.segmentMax(highest, step);
        }
        T shifted = a.exp(a.sub(x, spread(a, highest)));
        return a.div(shifted, spread(a, sum(a, shifted)));
    }

    /** Zeros (G, columns). */
    T zeros(TensorAlgebra<T> a, int columns) {
        return a.mul(sumUp(a, weight), a.constant(new double[columns], 1, columns));
    }

    private T sumUp(TensorAlgebra<T> a, T x) {
        T result = x;
        for (Index step : path) {
            result = a.segmentSum(result, step);
        }
        return result;
    }
}
