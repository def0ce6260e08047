package org.dssl.domain.nn;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;

/**
 * DeeperGATGNN: augmented graph attention with differentiable group normalisation and skips, then a global attention
 * over the atoms of a crystal. Source: Omee et al., Patterns 3:100491 (2022), as released in DSSL (method.md section 3).
 * With batch normalisation and without skips it is the network before it, GATGNN.
 *
 * <p>Legend: V atoms, E edges, L lengths, P pairs of (atom, length), d width, H heads. What the paper writes per edge,
 * u_ij = softplus([x_i ‖ e_ij] W) and v_ij = softplus([x_j ‖ e_ij] W), is one function of an atom and a length: it is
 * computed once per pair, and [x ‖ e] W as x·W_x + e·W_e.
 *
 * @param dropout of attention weights and of atoms after each layer, in training
 * @param skips whether a layer adds to its input, or replaces it
 */
public record DeeperGatGnn(int width, int layers, int heads, double dropout, Normalisation normalisation, boolean skips)
        implements Encoder {
    private static final double SLOPE = 0.2;

    /** Of the atoms after each layer. */
    public enum Normalisation {
        /** Differentiable group normalisation: what makes many layers learn. */
        GROUP,
        BATCH
    }

    public DeeperGatGnn(int width, int layers, int heads, double dropout) {
        this(width, layers, heads, dropout, Normalisation.GROUP, true);
    }

    @Override
    public <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph) {
        return encode(scope, graph, GaussianBasis.DEEPER_GATGNN.expand(scope.algebra(), graph.scaledLength()));
    }

    /** With features of the lengths, (L, 50), given. */
    public <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph, T lengthFeatures) {
        TensorAlgebra<T> a = scope.algebra();
        T x = a.leakyRelu(Linear.apply(scope, PREFIX + "atoms", graph.atomFeatures(), width), SLOPE);
        T e = a.leakyRelu(Linear.apply(scope, PREFIX + "lengths", lengthFeatures, width), SLOPE);
        for (int k = 0; k < layers; k++) {
            String name = PREFIX + "layer-" + k;
            T message = attention(scope, name + ".attention", graph, x, e);
            T normalised = normalisation == Normalisation.GROUP
                    ? GroupNorm.apply(scope, name + ".groups", message, graph.atomMultiplicity())
                    : BatchNorm.apply(scope, name + ".batch", message, graph.atomMultiplicity());
            x = scope.dropout(skips ? a.add(normalised, x) : normalised, dropout);
        }
        return new Encoded<>(x, globalAttention(scope, PREFIX + "global", graph, x));
    }

    /** m_i = mean over heads of Σ_j α_ij v_ij, plus a bias: (V, d). */
    private <T> T attention(Scope<T> scope, String name, GraphInputs<T> graph, T x, T e) {
        TensorAlgebra<T> a = scope.algebra();
        T w = scope.parameter(name + ".weight", Initial.glorot(2 * width, heads * width), 2 * width, heads * width);
        T ofAtom = a.matmul(x, a.rows(w, 0, width));
        T ofLength = a.matmul(e, a.rows(w, width, 2 * width));
        T f = a.softplus(a.gatherAdd(ofAtom, graph.pairAtom(), ofLength, graph.pairLength()));

        T halves = a.matmul(f, logitWeights(scope, name));
        T logit = a.softplus(a.gatherAdd(
                a.columns(halves, 0, heads),
                graph.sourcePair(),
                a.columns(halves, heads, 2 * heads),
                graph.targetPair()));
        T edgeWeight = a.mul(a.gather(graph.atomMultiplicity(), graph.edgeSource()), graph.edgeMultiplicity());
        T normalised = a.softplus(BatchNorm.apply(scope, name + ".logits", logit, edgeWeight));
        T share = a.segmentSoftmax(normalised, graph.edgeMultiplicity(), graph.edgeSource());
        T counted = a.mul(scope.dropout(share, dropout), a.scale(graph.edgeMultiplicity(), 1.0 / heads));

        T message = a.mixHeadsAlong(f, graph.targetPair(), counted, graph.edgeSource());
        return a.add(message, scope.parameter(name + ".bias", Initial.zeros(), 1, width));
    }

    /**
     * The attention vectors as one matrix (H·d, 2H): column h holds the half of head h that meets u, column H + h the half
     * that meets v, so that f times it gives both parts of every logit.
     */
    private <T> T logitWeights(Scope<T> scope, String name) {
        TensorAlgebra<T> a = scope.algebra();
        T vectors = scope.parameter(name + ".vectors", Initial.glorot(heads, 2 * width), heads, 2 * width);
        double[] block = new double[heads * width * heads];
        for (int row = 0; row < heads * width; row++) {
            block[row * heads + row / width] = 1;
        }
        T blocks = a.constant(block, heads * width, heads);
        T ofSource = a.reshape(a.columns(vectors, 0, width), heads * width, 1);
        T ofTarget = a.reshape(a.columns(vectors, width, 2 * width), heads * width, 1);
        return a.concat(List.of(a.mul(ofSource, blocks), a.mul(ofTarget, blocks)));
    }

    /** w: softmax over the atoms of a crystal of an MLP on [x ‖ composition], (V, 1). */
    private <T> T globalAttention(Scope<T> scope, String name, GraphInputs<T> graph, T x) {
        TensorAlgebra<T> a = scope.algebra();
        int inputs = width + GraphInputs.COMPOSITION;
        T weight = Linear.weight(scope, name + ".0", inputs, width);
        T bias = scope.parameter(name + ".0.bias", Initial.linear(inputs), 1, width);
        T ofAtom = a.matmul(x, a.rows(weight, 0, width));
        T ofCrystal = a.matmul(graph.composition(), a.rows(weight, width, inputs));
        T hidden = a.softplus(a.add(a.add(ofAtom, a.gather(ofCrystal, graph.atomCrystal())), bias));
        hidden = a.softplus(Linear.apply(scope, name + ".1", hidden, width));
        T logit = Linear.apply(scope, name + ".2", hidden, 1);
        return a.segmentSoftmax(logit, graph.atomMultiplicity(), graph.atomCrystal());
    }
}
