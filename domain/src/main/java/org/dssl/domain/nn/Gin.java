package org.dssl.domain.nn;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;

/**
 * Graph isomorphism network whose messages carry the edges. Source: Xu et al., ICLR 2019, eq. 4.1, with the edges of Hu et
 * al., ICLR 2020 (arXiv:1905.12265), appendix A:
 *
 * <pre>
 *   h_i = (1 + ε) x_i + Σ_j (x_j + e_ij)
 *   x_i ← ReLU(BN(W_2 ReLU(W_1 h_i + b_1) + b_2))        without the outer ReLU in the last layer
 * </pre>
 *
 * <p>Hu et al. embed kinds of bonds in e_ij, and Crystal Twins (Magar et al. 2022) gives x the positions of the atoms, which
 * turn with the crystal. Here e_ij is a linear map of Gaussians of the length, another in each layer, as the kinds have
 * there: the network sees distances and elements alone. ε is learned, from 0.
 *
 * <p>Legend: V atoms, E edges, L lengths, d width. Embedded lengths are (L, d); edges only gather and add.
 *
 * @param activation ReLU in the papers
 * @param dropout of atoms after each layer, in training
 */
public record Gin(int width, int layers, Activation activation, double dropout) implements Encoder {

    @Override
    public <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph) {
        TensorAlgebra<T> a = scope.algebra();
        T x = Linear.apply(scope, PREFIX + "atoms", graph.atomFeatures(), width);
        T lengths = GaussianBasis.CGCNN.expand(a, graph.length());
        for (int k = 0; k < layers; k++) {
            T next = layer(scope, PREFIX + "layer-" + k, graph, x, lengths);
            x = scope.dropout(k < layers - 1 ? activation.apply(a, next) : next, dropout);
        }
        return Encoded.even(a, x, graph);
    }

    /** Up to the outer activation: (V, d). */
    private <T> T layer(Scope<T> scope, String name, GraphInputs<T> graph, T x, T lengths) {
        TensorAlgebra<T> a = scope.algebra();
        T e = Linear.apply(scope, name + ".lengths", lengths, width);
        T messages = a.gatherAdd(x, graph.edgeTarget(), e, graph.edgeLength());
        T sum = a.segmentSum(a.mul(messages, graph.edgeMultiplicity()), graph.edgeSource());
        T epsilon = scope.parameter(name + ".epsilon", Initial.zeros(), 1, 1);
        T h = a.add(a.mul(x, a.shift(epsilon, 1)), sum);
        T hidden = Mlp.apply(scope, name + ".mlp", h, activation, List.of(2 * width));
        T out = Linear.apply(scope, name + ".out", hidden, width);
        return BatchNorm.apply(scope, name + ".norm", out, graph.atomMultiplicity());
    }
}
