package org.dssl.domain.nn;

import java.util.List;
import java.util.Optional;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.graph.GraphPacker.Directions;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;
import org.dssl.domain.program.Scope;

/**
 * Directions of the edges of a full graph, and optionally atoms that can be moved: lengths and cosines are then functions
 * of displacements, by which an energy can be differentiated. Legend: V atoms, E edges, A angles.
 *
 * @param graph what the encoder reads
 * @param lengths |r| of the edges, Å, (E, 1)
 * @param units r / |r|, from an edge's source to its target, (E, 3); zero for a self-loop
 * @param displacements of the atoms, Å, (V, 3), all zero: what to differentiate by; null if they cannot be moved
 */
public record EdgeVectors<T>(GraphInputs<T> graph, T lengths, T units, T displacements) {
    /** Å, (E, 3). */
    public static final String INPUT = "edge.vector";
    /** Scaled length = (length − low) / span, (1, 2): low, span. */
    public static final String SCALE = "length.scale";

    /** Added to squared lengths, Å²: the paper's self-loops have none, and a root has no slope at zero. */
    private static final double FLOOR = 1e-12;

    public static List<InputSpec> specs(String prefix, Directions directions) {
        return switch (directions) {
            case NONE -> List.of();
            case VECTORS -> List.of(InputSpec.numbers(prefix + INPUT, 3));
            case MOVABLE -> List.of(InputSpec.numbers(prefix + INPUT, 3), InputSpec.numbers(prefix + SCALE, 2));
        };
    }

    /** Of a graph that stays as it is. */
    public static <T> EdgeVectors<T> fixed(Scope<T> scope, Inputs<T> inputs, String prefix, GraphInputs<T> graph) {
        return of(scope.algebra(), inputs.numbers(prefix + INPUT), graph, null);
    }

    /** Of a graph that was packed with every length and cosine on its own. */
    public static <T> EdgeVectors<T> movable(Scope<T> scope, Inputs<T> inputs, String prefix, GraphInputs<T> graph) {
        TensorAlgebra<T> a = scope.algebra();
        T zeros = a.mul(a.scale(graph.atomMultiplicity(), 0), a.constant(new double[3], 1, 3));
        T displacements = scope.differentiable(zeros);
        T moved = a.sub(a.gather(displacements, graph.edgeTarget()), a.gather(displacements, graph.edgeSource()));
        EdgeVectors<T> vectors = of(a, a.add(inputs.numbers(prefix + INPUT), moved), graph, displacements);
        T scale = inputs.numbers(prefix + SCALE);
        T scaled = a.div(a.sub(vectors.lengths, a.columns(scale, 0, 1)), a.columns(scale, 1, 2));
        Optional<T> cosines = graph.angles().map(angles -> vectors.cosines(a, angles));
        return new EdgeVectors<>(
                graph.with(vectors.lengths, scaled, cosines), vectors.lengths, vectors.units, displacements);
    }

    private static <T> EdgeVectors<T> of(TensorAlgebra<T> a, T vectors, GraphInputs<T> graph, T displacements) {
        T lengths = a.sqrt(a.shift(a.sumColumns(a.square(vectors)), FLOOR));
        return new EdgeVectors<>(graph, lengths, a.div(vectors, lengths), displacements);
    }

    /** Between the directions away from the atom where two bonds meet: into it from {@code into}'s receiver, (A, 1). */
    private T cosines(TensorAlgebra<T> a, GraphInputs.Angles<T> angles) {
        return a.neg(a.sumColumns(a.mul(a.gather(units, angles.from()), a.gather(units, angles.into()))));
    }

    /** Σ f·r̂ over the edges of each atom, (V, 3): turns with the crystal if f (E, 1) is invariant. */
    public T sum(TensorAlgebra<T> a, T f) {
        return a.segmentSum(a.mul(units, f), graph.edgeSource());
    }

    /** −∂(Σ energies)/∂r, (V, 3): in the energies' unit per Å. */
    public T forces(Scope<T> scope, T energies) {
        return scope.algebra().neg(scope.gradient(energies, displacements));
    }
}
