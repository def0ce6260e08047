package org.dssl.domain.nn;

import java.util.Optional;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Scope;

/**
 * ALIGNN: messages between atoms along bonds, and between bonds along angles. Source: Choudhary and DeCost, npj
 * Computational Materials 7:185 (2021), as released (method.md section 4).
 *
 * <p>Legend: V atoms, E bonds, A angles, L distinct lengths, C distinct cosines, d width. A bond s → t of the paper is our
 * edge with target s and source t: the source receives. Embeddings of lengths and of cosines are computed once per
 * distinct value, and normalised as if they stood once per bond and per angle.
 *
 * @param embedding width between the Gaussians and d
 * @param alignnLayers layers on bonds and then on angles
 * @param gatedLayers layers on bonds alone, after those
 * @param lengths basis on Å
 * @param cosines basis on −1 … 1
 */
public record Alignn(
        int width, int embedding, int alignnLayers, int gatedLayers, GaussianBasis lengths, GaussianBasis cosines)
        implements Encoder {
    /** The published sizes. */
    public static final Alignn STANDARD = new Alignn(256, 64, 4, 4);

    public Alignn(int width, int embedding, int alignnLayers, int gatedLayers) {
        this(width, embedding, alignnLayers, gatedLayers, GaussianBasis.ALIGNN_LENGTHS, GaussianBasis.ALIGNN_COSINES);
    }

    @Override
    public boolean readsAngles() {
        return true;
    }

    @Override
    public <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph) {
        TensorAlgebra<T> a = scope.algebra();
        GraphInputs.Angles<T> angles = graph.angles()
                .orElseThrow(() -> new IllegalArgumentException("ALIGNN reads angles, but the batch has none"));
        EdgeGated.Graph<T> bonds = new EdgeGated.Graph<>(
                graph.edgeTarget(), graph.edgeSource(), graph.edgeMultiplicity(), graph.atomMultiplicity());
        T bondWeight = bonds.edgeWeight(a);
        EdgeGated.Graph<T> lines =
                new EdgeGated.Graph<>(angles.from(), angles.into(), angles.multiplicity(), bondWeight);

        T x = block(scope, PREFIX + "atoms", graph.atomFeatures(), width, graph.atomMultiplicity());
        EdgeGated.EdgeValues<T> y =
                embedded(scope, PREFIX + "lengths", lengths, graph.length(), bondWeight, graph.edgeLength());
        EdgeGated.EdgeValues<T> z =
                embedded(scope, PREFIX + "cosines", cosines, angles.cosine(), lines.edgeWeight(a), angles.cosineOf());

        for (int k = 0; k < alignnLayers; k++) {
            String name = PREFIX + "alignn-" + k;
            EdgeGated.Updated<T> onBonds = EdgeGated.apply(scope, name + ".bonds", bonds, x, y);
            EdgeGated.Updated<T> onAngles = EdgeGated.apply(scope, name + ".angles", lines, onBonds.edges(), z);
            x = onBonds.vertices();
            y = new EdgeGated.EdgeValues<>(onAngles.vertices());
            z = new EdgeGated.EdgeValues<>(onAngles.edges());
        }
        for (int k = 0; k < gatedLayers; k++) {
            EdgeGated.Updated<T> onBonds = EdgeGated.apply(scope, PREFIX + "gated-" + k, bonds, x, y);
            x = onBonds.vertices();
            y = new EdgeGated.EdgeValues<>(onBonds.edges());
        }
        return Encoded.even(a, x, graph);
    }

    /** Distinct values (R, 1) to (R, d); {@code weight} says how much each of the rows that share one counts. */
    private <T> EdgeGated.EdgeValues<T> embedded(
            Scope<T> scope, String name, GaussianBasis basis, T values, T weight, Index of) {
        TensorAlgebra<T> a = scope.algebra();
        T shared = a.segmentSum(weight, of);
        T hidden = block(scope, name + ".0", basis.expand(a, values), embedding, shared);
        return new EdgeGated.EdgeValues<>(block(scope, name + ".1", hidden, width, shared), Optional.of(of));
    }

    /** Linear, batch normalisation, SiLU. */
    private static <T> T block(Scope<T> scope, String name, T x, int outputs, T weight) {
        T linear = Linear.apply(scope, name, x, outputs);
        return BatchNorm.silu(scope, name + ".norm", linear, weight);
    }
}
