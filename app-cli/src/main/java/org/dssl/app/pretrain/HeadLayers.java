package org.dssl.app.pretrain;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.nn.GaussianBasis;
import org.dssl.domain.nn.Linear;
import org.dssl.domain.program.Scope;
import org.dssl.ports.spi.Head;

/** The layers of heads on what the encoder gave for a view. Legend: V atoms, E edges, G crystals. */
record HeadLayers<T>(Scope<T> scope, String prefix) {

    /** @param before output of {@link Head#after()}, or null */
    T apply(Head head, EncodedView<T> view, T before) {
        String name = prefix + head.name();
        if (head.kind() == Head.Kind.FORCES) {
            return view.vectors().forces(scope, before);
        }
        if (before != null) {
            return layers(name, before, head.widths(), 0);
        }
        return switch (head.kind()) {
            case ATOM -> layers(name, view.atoms(), head.widths(), 0);
            case CRYSTAL -> layers(name, view.crystals(), head.widths(), 0);
            case EDGE -> layers(name, ends(name, view, head.widths().get(0), false), head.widths(), 1);
            case VECTORS ->
                view.vectors()
                        .sum(
                                scope.algebra(),
                                layers(name, ends(name, view, head.widths().get(0), true), head.widths(), 1));
            case FORCES -> throw new IllegalStateException("forces have no layers");
        };
    }

    /** Linear layers from number {@code first}, softplus before all but layer 0. */
    T layers(String name, T x, List<Integer> widths, int first) {
        T result = x;
        for (int k = first; k < widths.size(); k++) {
            T input = k == 0 ? result : scope.algebra().softplus(result);
            result = Linear.apply(scope, name + "/" + k, input, widths.get(k));
        }
        return result;
    }

    /** The first layer on edges, (E, width): [x_i ‖ x_j ‖ length] W as a sum of products with few rows. */
    private T ends(String name, EncodedView<T> view, int width, boolean lengths) {
        TensorAlgebra<T> a = scope.algebra();
        T source = Linear.apply(scope, name + "/0.source", view.atoms(), width);
        T target = a.matmul(view.atoms(), Linear.weight(scope, name + "/0.target", a.columns(view.atoms()), width));
        T both = a.gatherAdd(
                source, view.graph().edgeSource(), target, view.graph().edgeTarget());
        if (!lengths) {
            return both;
        }
        T basis = GaussianBasis.CGCNN.expand(a, view.graph().length());
        T ofLength = a.matmul(basis, Linear.weight(scope, name + "/0.length", a.columns(basis), width));
        return a.add(both, a.gather(ofLength, view.graph().edgeLength()));
    }
}
