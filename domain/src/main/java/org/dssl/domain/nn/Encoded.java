package org.dssl.domain.nn;

import java.util.Optional;
import org.dssl.domain.algebra.TensorAlgebra;

/**
 * What an encoder gives. Legend: G crystals, V atoms, d width.
 *
 * @param atoms x, before the global attention, (V, d)
 * @param attention w, the share of each single atom in its crystal: Σ μ·w = 1 over a crystal, (V, 1)
 * @param crystals what the network says of a whole crystal beside its atoms, (G, any); joined to the pooled atoms
 */
public record Encoded<T>(T atoms, T attention, Optional<T> crystals) {

    public Encoded(T atoms, T attention) {
        this(atoms, attention, Optional.empty());
    }

    /** Of an encoder without a global attention: all atoms of a crystal have equal shares. */
    public static <T> Encoded<T> even(TensorAlgebra<T> a, T atoms, GraphInputs<T> graph) {
        T counts = a.segmentSum(graph.atomMultiplicity(), graph.atomCrystal());
        return new Encoded<>(atoms, a.gather(a.div(a.scalar(1), counts), graph.atomCrystal()));
    }
}
