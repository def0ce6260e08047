package org.dssl.domain.nn;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Scope;

/** From atoms to crystals, multiplicities counted. */
public enum Pooling {
    /** Intensive: a supercell has the embedding of its cell. */
    MEAN,
    /** Extensive over x; over w·x it is the attention's weighted mean, hence intensive. */
    SUM;

    /** The embedding of crystals: the tapped atoms pooled, and what the encoder says of whole crystals joined to it. */
    public <T> T embed(Scope<T> scope, Tap tap, Encoded<T> encoded, GraphInputs<T> graph) {
        T pooled = pool(scope, tap.atoms(scope.algebra(), encoded), graph);
        return encoded.crystals()
                .map(crystals -> scope.algebra().concat(List.of(pooled, crystals)))
                .orElse(pooled);
    }

    /** (V, d) to (G, d). */
    public <T> T pool(Scope<T> scope, T atoms, GraphInputs<T> graph) {
        TensorAlgebra<T> a = scope.algebra();
        T sum = a.segmentSum(a.mul(atoms, graph.atomMultiplicity()), graph.atomCrystal());
        return this == SUM ? sum : a.div(sum, a.segmentSum(graph.atomMultiplicity(), graph.atomCrystal()));
    }
}
