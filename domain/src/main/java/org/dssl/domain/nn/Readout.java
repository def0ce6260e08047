package org.dssl.domain.nn;

import java.util.List;
import org.dssl.domain.algebra.TensorAlgebra;
import org.dssl.domain.program.Scope;

/**
 * From the embedding of a crystal to its properties: hidden layers, each linear then activated, and a linear one.
 *
 * @param hidden widths of the hidden layers; empty is a linear readout
 * @param activation after each hidden layer
 * @param activateInput whether the embedding is activated first, as in CGCNN
 */
public record Readout(List<Integer> hidden, Activation activation, boolean activateInput) {
    public static final Readout LINEAR = new Readout(List.of(), Activation.SOFTPLUS, false);

    public Readout {
        hidden = List.copyOf(hidden);
    }

    /** (G, any) to (G, outputs). The last layer's parameters are {@code name.…}, those before {@code name.hidden-K.…}. */
    public <T> T apply(Scope<T> scope, String name, T embedding, int outputs) {
        TensorAlgebra<T> a = scope.algebra();
        T x = activateInput ? activation.apply(a, embedding) : embedding;
        for (int k = 0; k < hidden.size(); k++) {
            x = activation.apply(a, Linear.apply(scope, name + ".hidden-" + k, x, hidden.get(k)));
        }
        return Linear.apply(scope, name, x, outputs);
    }
}
