package org.dssl.domain.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.InputSpec;
import org.dssl.domain.program.Inputs;

/**
 * A batch of graphs as an encoder reads it.
 *
 * <p>Legend: G crystals, V atoms, E directed edges, L distinct lengths (per crystal), P distinct pairs of (atom,
 * length), F atom features. An edge e with source i, target j and length l has two pairs, (i, l) and (j, l): whatever
 * is a function of an atom and a length is computed once per pair and gathered. All indices are absolute over the
 * batch. Multiplicities: see {@link org.dssl.domain.graph.CrystalGraph}.
 *
 * @param atomFeatures (V, F)
 * @param composition fraction of each element in column Z, (G, 108)
 * @param length Å, (L, 1)
 * @param scaledLength on [0, 1], (L, 1): length / radius, or min-max scaled in paper mode
 * @param atomMultiplicity (V, 1)
 * @param edgeMultiplicity (E, 1)
 * @param atomCrystal V to G
 * @param edgeSource E to V, the receiving atom
 * @param edgeTarget E to V
 * @param edgeLength E to L
 * @param sourcePair E to P, the pair of (source, length)
 * @param targetPair E to P, the pair of (target, length)
 * @param pairAtom P to V
 * @param pairLength P to L
 * @param angles of the line graph, for encoders that read them
 */
public record GraphInputs<T>(
        T atomFeatures,
        T composition,
        T length,
        T scaledLength,
        T atomMultiplicity,
        T edgeMultiplicity,
        Index atomCrystal,
        Index edgeSource,
        Index edgeTarget,
        Index edgeLength,
        Index sourcePair,
        Index targetPair,
        Index pairAtom,
        Index pairLength,
        Optional<Angles<T>> angles) {

    /** Columns of the composition: element Z in column Z, as the released code lays it out. */
    public static final int COMPOSITION = 108;

    /**
     * The line graph: its vertices are the edges, here called bonds. Legend: A angles, C distinct cosines. An angle leads
     * from a bond k → i into a bond i → j: in edges' terms the source of {@code from} is the target of {@code into}.
     *
     * @param cosine cos θ between the two directions away from i, (C, 1)
     * @param multiplicity how many equal angles lead into one bond, (A, 1)
     * @param cosineOf A to C
     * @param from A to E
     * @param into A to E, the bond that receives
     */
    public record Angles<T>(T cosine, T multiplicity, Index cosineOf, Index from, Index into) {

        static List<InputSpec> specs(String prefix) {
            return List.of(
                    InputSpec.numbers(prefix + "angle.cosine", 1),
                    InputSpec.numbers(prefix + "angle.multiplicity", 1),
                    InputSpec.index(prefix + "angle.cosine.of"),
                    InputSpec.index(prefix + "angle.from"),
                    InputSpec.index(prefix + "angle.into"));
        }

        static <T> Angles<T> of(Inputs<T> inputs, String prefix) {
            return new Angles<>(
                    inputs.numbers(prefix + "angle.cosine"),
                    inputs.numbers(prefix + "angle.multiplicity"),
                    inputs.index(prefix + "angle.cosine.of"),
                    inputs.index(prefix + "angle.from"),
                    inputs.index(prefix + "angle.into"));
        }
    }

    /** The inputs of one view, with or without angles, under names that start with {@code prefix}. */
    public static List<InputSpec> specs(String prefix, int atomFeatures, boolean angles) {
        List<InputSpec> specs = new ArrayList<>(specs(prefix, atomFeatures));
        if (angles) {
            specs.addAll(Angles.specs(prefix));
        }
        return specs;
    }

    /** The inputs of one view without angles, under names that start with {@code prefix}. */
    public static List<InputSpec> specs(String prefix, int atomFeatures) {
        return List.of(
                InputSpec.numbers(prefix + "atom.features", atomFeatures),
                InputSpec.numbers(prefix + "composition", COMPOSITION),
                InputSpec.numbers(prefix + "length", 1),
                InputSpec.numbers(prefix + "length.scaled", 1),
                InputSpec.numbers(prefix + "atom.multiplicity", 1),
                InputSpec.numbers(prefix + "edge.multiplicity", 1),
                InputSpec.index(prefix + "atom.crystal"),
                InputSpec.index(prefix + "edge.source"),
                InputSpec.index(prefix + "edge.target"),
                InputSpec.index(prefix + "edge.length"),
                InputSpec.index(prefix + "edge.source.pair"),
                InputSpec.index(prefix + "edge.target.pair"),
                InputSpec.index(prefix + "pair.atom"),
                InputSpec.index(prefix + "pair.length"));
    }

    public static <T> GraphInputs<T> of(Inputs<T> inputs, String prefix, boolean angles) {
        return new GraphInputs<>(
                inputs.numbers(prefix + "atom.features"),
                inputs.numbers(prefix + "composition"),
                inputs.numbers(prefix + "length"),
                inputs.numbers(prefix + "length.scaled"),
                inputs.numbers(prefix + "atom.multiplicity"),
                inputs.numbers(prefix + "edge.multiplicity"),
                inputs.index(prefix + "atom.crystal"),
                inputs.index(prefix + "edge.source"),
                inputs.index(prefix + "edge.target"),
                inputs.index(prefix + "edge.length"),
                inputs.index(prefix + "edge.source.pair"),
                inputs.index(prefix + "edge.target.pair"),
                inputs.index(prefix + "pair.atom"),
                inputs.index(prefix + "pair.length"),
                angles ? Optional.of(Angles.of(inputs, prefix)) : Optional.empty());
    }

    /** How many edges of the crystal each edge stands for, (E, 1): the weight of its row in moments over edges. */
    public T edgeWeight(TensorAlgebra<T> algebra) {
        return algebra.mul(algebra.gather(atomMultiplicity, edgeSource), edgeMultiplicity);
    }

    /** With other lengths, scaled lengths, and cosines of the angles. */
    GraphInputs<T> with(T otherLength, T otherScaled, Optional<T> cosines) {
        return new GraphInputs<>(
                atomFeatures,
                composition,
                otherLength,
                otherScaled,
                atomMultiplicity,
                edgeMultiplicity,
                atomCrystal,
                edgeSource,
                edgeTarget,
                edgeLength,
                sourcePair,
                targetPair,
                pairAtom,
                pairLength,
                angles.map(a ->
                        new Angles<>(cosines.orElse(a.cosine()), a.multiplicity(), a.cosineOf(), a.from(), a.into())));
    }

    /** Without angles. */
    public static <T> GraphInputs<T> of(Inputs<T> inputs, String prefix) {
        return of(inputs, prefix, false);
    }
}
