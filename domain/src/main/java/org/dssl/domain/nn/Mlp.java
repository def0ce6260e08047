package org.dssl.domain.nn;

import java.util.List;
import org.dssl.domain.program.Scope;

/** Linear layers, each activated: the last one too. */
final class Mlp {
    private Mlp() {}

    /** (R, any) to (R, the last width); parameters are {@code name.0.…}, {@code name.1.…}. */
    static <T> T apply(Scope<T> scope, String name, T x, Activation activation, List<Integer> widths) {
        T result = x;
        for (int k = 0; k < widths.size(); k++) {
            result = activation.apply(scope.algebra(), Linear.apply(scope, name + "." + k, result, widths.get(k)));
        }
        return result;
    }
}
