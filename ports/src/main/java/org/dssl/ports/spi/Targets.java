package org.dssl.ports.spi;

/** The labels of a batch as tensors. R: the atoms, edges or crystals of the batch, as the label was set. */
public interface Targets<T> {

    /**
     * Classes as one-hot rows (R, classes), values as (R, 1), vectors as (R, 3), several values as (R, how many); a row of
     * zeros where unknown.
     */
    T of(String label, int view);

    /** Multiplicity where the label is known, zero elsewhere, (R, 1). */
    T weights(String label, int view);
}
