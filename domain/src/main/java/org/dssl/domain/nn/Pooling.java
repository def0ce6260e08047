package org.dssl.domain.nn;

import org.dssl.domain.algebra.TensorAlgebra;

/** From atoms to crystals, multiplicities counted. */
public enum Pooling {
    /** Intensive: a supercell has the embedding of its cell. */
    MEAN,
    /** Extensive over x; over w·x it is the attention's weighted mean, hence intensive. */
    SUM;

    /** (V, d) to (G, d). */
    public <T> T pool(TensorAlgebra<T> a, T atoms, GraphInputs<T> graph) {
        T sum = a.segmentSum(a.mul(atoms, graph.atomMultiplicity()), graph.atomCrystal());
        return this == SUM ? sum : a.div(sum, a.segmentSum(graph.atomMultiplicity(), graph.atomCrystal()));
    }
}
