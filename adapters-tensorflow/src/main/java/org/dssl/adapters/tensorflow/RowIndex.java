package org.dssl.adapters.tensorflow;

import org.dssl.domain.algebra.Index;
import org.tensorflow.Operand;
import org.tensorflow.types.TInt32;

/**
 * An index as graph nodes.
 *
 * @param ids (M), entries 0 … range − 1
 * @param range scalar, N
 */
record RowIndex(Operand<TInt32> ids, Operand<TInt32> range) implements Index {
    static RowIndex of(Index index) {
        if (index instanceof RowIndex rows) {
            return rows;
        }
        throw new IllegalArgumentException("an index of another backend: " + index);
    }
}
