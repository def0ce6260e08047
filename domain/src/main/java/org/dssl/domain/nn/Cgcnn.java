package org.dssl.domain.nn;

import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;

/**
 * CGCNN: crystal graph convolutions with a gate on every neighbour. Source: Xie and Grossman, Phys. Rev. Lett. 120:145301
 * (2018), eq. 5, with the batch normalisations of the code that the authors released (method.md section 4):
 *
 * <pre>
 *   z_ij = [x_i ‖ x_j ‖ e_ij],  (f_ij ‖ s_ij) = BN(z_ij W + b)     f the filter, s the core, each of width d
 *   x_i ← softplus(x_i + BN(Σ_j σ(f_ij) ⊙ softplus(s_ij)))
 * </pre>
 *
 * <p>Legend: V atoms, E edges, L lengths, d width. z W is x_i W_1 + x_j W_2 + e_ij W_3: two products per atom, one per
 * length, none per edge. Ends after the convolutions; the paper's output layers are a {@link Readout} with one hidden
 * layer and activated input, after mean pooling.
 *
 * @param activation of core and atoms; softplus in the paper
 * @param dropout of atoms after each convolution, in training; none in the paper
 */
public record Cgcnn(int width, int layers, Activation activation, double dropout) implements Encoder {
    @Override
    public <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph) {
        return encode(scope, graph, GaussianBasis.CGCNN.expand(scope.algebra(), graph.length()));
    }

    /** With features of the lengths, (L, any), given. */
    public <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph, T lengthFeatures) {
        TensorAlgebra<T> a = scope.algebra();
        T x = Linear.apply(scope, PREFIX + "atoms", graph.atomFeatures(), width);
        for (int k = 0; k < layers; k++) {
            x = scope.dropout(convolution(scope, PREFIX + "layer-" + k, graph, x, lengthFeatures), dropout);
        }
        return Encoded.even(a, x, graph);
    }

    private <T> T convolution(Scope<T> scope, String name, GraphInputs<T> graph, T x, T e) {
        TensorAlgebra<T> a = scope.algebra();
        T z = BatchNorm.apply(
                scope, name + ".gate.norm", gate(scope, name + ".gate", graph, x, e), graph.edgeWeight(a));
        T filter = a.sigmoid(a.columns(z, 0, width));
        T core = activation.apply(a, a.columns(z, width, 2 * width));
        T messages = a.mul(a.mul(filter, core), graph.edgeMultiplicity());
        T sum = a.segmentSum(messages, graph.edgeSource());
        return activation.apply(a, a.add(x, BatchNorm.apply(scope, name + ".norm", sum, graph.atomMultiplicity())));
    }

    /** z W + b for every edge: (E, 2d), filters and cores. */
    private <T> T gate(Scope<T> scope, String name, GraphInputs<T> graph, T x, T e) {
        TensorAlgebra<T> a = scope.algebra();
        int inputs = 2 * width + a.columns(e);
        T w = Linear.weight(scope, name, inputs, 2 * width);
        T bias = scope.parameter(name + ".bias", Initial.linear(inputs), 1, 2 * width);
        T ofReceiver = a.add(a.matmul(x, a.rows(w, 0, width)), bias);
        T ofNeighbour = a.matmul(x, a.rows(w, width, 2 * width));
        T ofLength = a.matmul(e, a.rows(w, 2 * width, inputs));
        T ofAtoms = a.gatherAdd(ofReceiver, graph.edgeSource(), ofNeighbour, graph.edgeTarget());
        return a.add(ofAtoms, a.gather(ofLength, graph.edgeLength()));
    }
}
