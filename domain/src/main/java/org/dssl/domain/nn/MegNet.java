package org.dssl.domain.nn;

import java.util.List;
import java.util.Optional;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Initial;
import org.dssl.domain.program.Scope;

/**
 * MEGNet: atoms, bonds and a state of the whole crystal, updated in turn. Source: Chen, Ye, Zuo, Zheng and Ong, Chem.
 * Mater. 31:3564 (2019), eqs. 1–6, and the code that they released for the sizes:
 *
 * <pre>
 *   e_k' = φ_e(v_s ‖ v_r ‖ e_k ‖ u)          bond k from s to r
 *   v̄_i  = mean of e_k' over the bonds of i,  v_i' = φ_v(v̄_i ‖ v_i ‖ u)
 *   ū_e  = mean of all e_k',  ū_v = mean of all v_i',  u' = φ_u(ū_e ‖ ū_v ‖ u)
 * </pre>
 *
 * <p>Each φ is three linear layers of 2d, 2d and d, activated. Before it, but for the first block, whose inputs have just
 * been embedded, come two of 2d and d; around both goes a skip connection. Atoms and bonds are read by {@link Set2Set}, on
 * d/2 columns, and joined to u.
 *
 * <p>Legend: G crystals, V atoms, E edges, L lengths, d width. The bonds of i are the edges that it receives along. Means
 * count multiplicities. Deviations: u starts as a learned vector, since nothing is told of crystals as a whole (the code
 * starts from zeros, which its embedding makes such a vector); the Gaussians reach to 8 Å, not 5; softplus lacks the
 * paper's −ln 2, which the biases of the layers after it hold.
 *
 * @param activation softplus in the paper
 * @param dropout of all that a block gives, in training
 */
public record MegNet(int width, int layers, Activation activation, double dropout) implements Encoder {
    /** Atoms (V, d), bonds (E, d), states (G, d). */
    private record Parts<T>(T atoms, T bonds, T state) {}

    @Override
    public <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph) {
        TensorAlgebra<T> a = scope.algebra();
        CrystalRows<T> ofAtoms = CrystalRows.atoms(graph);
        CrystalRows<T> ofBonds = CrystalRows.edges(a, graph);
        T bonds = embed(scope, PREFIX + "lengths", GaussianBasis.MEGNET.expand(a, graph.length()));
        T state = scope.parameter(PREFIX + "state", Initial.zeros(), 1, width);
        Parts<T> parts = new Parts<>(
                embed(scope, PREFIX + "atoms", graph.atomFeatures()),
                a.gather(bonds, graph.edgeLength()),
                a.add(ofAtoms.zeros(a, width), state));
        for (int k = 0; k < layers; k++) {
            String name = PREFIX + "layer-" + k;
            parts = sum(scope, parts, updated(scope, name, graph, k == 0 ? parts : embed(scope, name, parts)));
        }
        T read = a.concat(List.of(
                read(scope, PREFIX + "read.atoms", parts.atoms, ofAtoms),
                read(scope, PREFIX + "read.bonds", parts.bonds, ofBonds),
                parts.state));
        Encoded<T> even = Encoded.even(a, parts.atoms, graph);
        return new Encoded<>(even.atoms(), even.attention(), Optional.of(read));
    }

    /** Eqs. 1–6. */
    private <T> Parts<T> updated(Scope<T> scope, String name, GraphInputs<T> graph, Parts<T> old) {
        TensorAlgebra<T> a = scope.algebra();
        T first = activation.apply(a, joined(scope, name + ".bonds.0", graph, old));
        T bonds = Mlp.apply(scope, name + ".bonds.next", first, activation, List.of(2 * width, width));

        T sum = a.segmentSum(a.mul(bonds, graph.edgeMultiplicity()), graph.edgeSource());
        T mean = a.div(sum, a.segmentSum(graph.edgeMultiplicity(), graph.edgeSource()));
        T around = a.concat(List.of(mean, old.atoms, a.gather(old.state, graph.atomCrystal())));
        T atoms = update(scope, name + ".atoms", around);

        T meanBond = CrystalRows.edges(a, graph).mean(a, bonds);
        T meanAtom = CrystalRows.atoms(graph).mean(a, atoms);
        T state = update(scope, name + ".state", a.concat(List.of(meanBond, meanAtom, old.state)));
        return new Parts<>(atoms, bonds, state);
    }

    /** [v_s ‖ v_r ‖ e ‖ u] W + b, (E, 2d): products with atoms and states are taken once per atom and crystal. */
    private <T> T joined(Scope<T> scope, String name, GraphInputs<T> graph, Parts<T> old) {
        TensorAlgebra<T> a = scope.algebra();
        T w = Linear.weight(scope, name, 4 * width, 2 * width);
        T bias = scope.parameter(name + ".bias", Initial.linear(4 * width), 1, 2 * width);
        T ofState = a.add(a.matmul(old.state, a.rows(w, 3 * width, 4 * width)), bias);
        T ofReceiver = a.add(a.matmul(old.atoms, a.rows(w, 0, width)), a.gather(ofState, graph.atomCrystal()));
        T ofNeighbour = a.matmul(old.atoms, a.rows(w, width, 2 * width));
        T ofBond = a.matmul(old.bonds, a.rows(w, 2 * width, 3 * width));
        return a.add(a.gatherAdd(ofReceiver, graph.edgeSource(), ofNeighbour, graph.edgeTarget()), ofBond);
    }

    private <T> T update(Scope<T> scope, String name, T x) {
        return Mlp.apply(scope, name, x, activation, List.of(2 * width, 2 * width, width));
    }

    private <T> T embed(Scope<T> scope, String name, T x) {
        return Mlp.apply(scope, name + ".embed", x, activation, List.of(2 * width, width));
    }

    private <T> Parts<T> embed(Scope<T> scope, String name, Parts<T> parts) {
        return new Parts<>(
                embed(scope, name + ".atoms", parts.atoms),
                embed(scope, name + ".bonds", parts.bonds),
                embed(scope, name + ".state", parts.state));
    }

    private <T> Parts<T> sum(Scope<T> scope, Parts<T> old, Parts<T> updated) {
        TensorAlgebra<T> a = scope.algebra();
        return new Parts<>(
                a.add(old.atoms, scope.dropout(updated.atoms, dropout)),
                a.add(old.bonds, scope.dropout(updated.bonds, dropout)),
                a.add(old.state, scope.dropout(updated.state, dropout)));
    }

    private <T> T read(Scope<T> scope, String name, T x, CrystalRows<T> rows) {
        T narrow = Linear.apply(scope, name + ".narrow", x, Math.max(1, width / 2));
        return Set2Set.apply(scope, name, narrow, rows);
    }
}
