package org.dssl.ports.spi;

/** What encoder and heads give for a batch; views count as in {@link PretextTask#views}. */
public interface Outputs<T> {

    /** Output of a head, (V, outputs) or (G, outputs). */
    T of(String head, int view);

    /** The crystals' embeddings: the mean over atoms of what heads read, (G, d). */
    T crystals(int view);

    /** The weight of each crystal of the batch, (G, 1): ones. */
    T crystalWeights(int view);
}
