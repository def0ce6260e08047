package org.dssl.ports.spi;

/**
 * Where a task writes the labels of one crystal's view: one for each atom or edge of the view's full graph, or one for the
 * crystal. Equivalent atoms are told apart if their labels differ. Labels of edges must be equal on equivalent edges, as is
 * all that follows from lengths and elements.
 */
public interface Labels {

    /** A class for each atom of the view's crystal, −1 where unknown; as many classes as head {@code name} has outputs. */
    void atomClasses(String name, int[] classes);

    /** Values for each atom of the view's crystal, NaN where unknown. */
    void atomValues(String name, double[] values);

    /** Vectors, three numbers for each atom of the view's crystal, NaN where unknown. The view is computed without the quotient. */
    void atomVectors(String name, double[] values);

    /** Values for each edge of the view's graph, NaN where unknown. */
    void edgeValues(String name, double[] values);

    /** A class of the crystal, −1 if unknown; as many classes as head {@code name} has outputs. */
    void crystalClass(String name, int value);

    /** A value of the crystal, NaN if unknown. */
    void crystalValue(String name, double value);

    /** Values of the crystal, as many for each crystal; NaN in one of them if unknown. */
    void crystalValues(String name, double[] values);
}
