package org.dssl.domain.nn;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Scope;

/** From atoms to crystals, multiplicities counted. All but {@link #SUM} are intensive: a supercell is as its cell. */
public enum Pooling {
    MEAN {
        @Override
        public <T> T pool(Scope<T> scope, T atoms, GraphInputs<T> graph) {
            return CrystalRows.atoms(graph).mean(scope.algebra(), atoms);
        }
    },
    /** Extensive over x; over w·x it is the attention's weighted mean, hence intensive. */
    SUM {
        @Override
        public <T> T pool(Scope<T> scope, T atoms, GraphInputs<T> graph) {
            return CrystalRows.atoms(graph).sum(scope.algebra(), atoms);
        }
    },
    /**
     * Σ μ·a·x, a the softmax over the crystal's atoms of a learned ⟨g, x⟩. Source: Li et al., ICLR 2016 (arXiv:1511.05493),
     * eq. 7, with a softmax for the sigmoid, so that the shares of a crystal are 1 together.
     */
    ATTENTION {
        @Override
        public <T> T pool(Scope<T> scope, T atoms, GraphInputs<T> graph) {
            TensorAlgebra<T> a = scope.algebra();
            CrystalRows<T> rows = CrystalRows.atoms(graph);
            T gate = Linear.weight(scope, PREFIX + "gate", a.columns(atoms), 1);
            return rows.sum(a, a.mul(rows.softmax(a, a.matmul(atoms, gate)), atoms));
        }
    },
    /** {@link Set2Set}: twice as wide as the atoms. */
    SET2SET {
        @Override
        public <T> T pool(Scope<T> scope, T atoms, GraphInputs<T> graph) {
            return Set2Set.apply(scope, PREFIX + "set2set", atoms, CrystalRows.atoms(graph));
        }
    };

    private static final String PREFIX = "head/pooling.";

    /** The embedding of crystals: the tapped atoms pooled, and what the encoder says of whole crystals joined to it. */
    public <T> T embed(Scope<T> scope, Tap tap, Encoded<T> encoded, GraphInputs<T> graph) {
        T pooled = pool(scope, tap.atoms(scope.algebra(), encoded), graph);
        return encoded.crystals()
                .map(crystals -> scope.algebra().concat(List.of(pooled, crystals)))
                .orElse(pooled);
    }

    /** (V, d) to (G, any). */
    public abstract <T> T pool(Scope<T> scope, T atoms, GraphInputs<T> graph);
}
