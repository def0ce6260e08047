package org.dssl.ports.spi;

/** Where a task writes the labels of one crystal's view. */
public interface Labels {

    /** A class for each atom of the view's crystal, −1 where unknown; as many classes as head {@code name} has outputs. */
    void atomClasses(String name, int[] classes);

    /** Values for each atom of the view's crystal, NaN where unknown. */
    void atomValues(String name, double[] values);

    /** A class of the crystal, −1 if unknown; as many classes as head {@code name} has outputs. */
    void crystalClass(String name, int value);

    /** A value of the crystal, NaN if unknown. */
    void crystalValue(String name, double value);
}
