package org.dssl.domain.nn;

import java.util.List;
import org.dssl.domain.algebra.Index;
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
        Index pairLength) {

    /** Columns of the composition: element Z in column Z, as the released code lays it out. */
    public static final int COMPOSITION = 108;

    /** The inputs of one view, under names that start with {@code prefix}. */
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

    public static <T> GraphInputs<T> of(Inputs<T> inputs, String prefix) {
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
                inputs.index(prefix + "pair.length"));
    }
}
