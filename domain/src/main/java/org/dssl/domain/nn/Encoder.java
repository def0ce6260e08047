package org.dssl.domain.nn;

import org.dssl.domain.program.Scope;

/** A graph network that embeds atoms: one class per architecture, written once in the algebra. */
public interface Encoder {

    /** Width d of the embeddings. */
    int width();

    /**
     * Whether it reads {@link GraphInputs#angles()}; the graph then has both directions of every bond, and the angles
     * between bonds that meet.
     */
    default boolean readsAngles() {
        return false;
    }

    /** Parameters are named {@code encoder/…}: weights travel between programs by that prefix. */
    <T> Encoded<T> encode(Scope<T> scope, GraphInputs<T> graph);

    String PREFIX = "encoder/";
}
