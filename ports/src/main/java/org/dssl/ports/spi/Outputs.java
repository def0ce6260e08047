package org.dssl.ports.spi;

/**
 * What encoder and heads give for a batch; views count as in {@link PretextTask#views}. Legend: V atoms, E edges, G crystals;
 * an atom or edge stands for all its equivalent ones.
 */
public interface Outputs<T> {

    /** Output of a head, (V, outputs), (E, outputs) or (G, outputs). */
    T of(String head, int view);

    /** The crystals' embeddings: the mean over atoms of what heads read, (G, d). */
    T crystals(int view);

    /** The weight of each crystal of the batch, (G, 1): ones. */
    T crystalWeights(int view);

    /** Σ over all atoms of each crystal, equivalent ones counted: (V, C) to (G, C). */
    T sumOverAtoms(T perAtom, int view);

    /** How many atoms each crystal has, (G, 1). */
    T atomCounts(int view);

    /**
     * Linear layers, softplus between them, on rows of any kind: to embed labels, as a powder pattern, beside the crystal.
     *
     * @param name unique within the task, heads included
     * @param x (R, C), C known when the model is built
     */
    T project(String name, T x, Integer... widths);
}
