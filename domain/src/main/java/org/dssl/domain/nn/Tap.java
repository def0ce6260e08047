package org.dssl.domain.nn;

import org.dssl.domain.algebra.TensorAlgebra;

/** Which atom embeddings heads and poolings read. */
public enum Tap {
    /** x, of the same size in every crystal. */
    BEFORE_ATTENTION,
    /** w·x, the released code's choice; it shrinks as one over the number of atoms. */
    AFTER_ATTENTION;

    /** (V, d). */
    public <T> T atoms(TensorAlgebra<T> algebra, Encoded<T> encoded) {
        return this == BEFORE_ATTENTION ? encoded.atoms() : algebra.mul(encoded.atoms(), encoded.attention());
    }
}
