package org.dssl.domain.graph;

/**
 * The line graph of a crystal's graph: its vertices are the graph's edges (bonds), its edges the angles between bonds that
 * meet. Angle a leads from bond {@code from[a]} = (k → i) into bond {@code into[a]} = (i → j), so that the
 * {@code source} of {@code from[a]} is the {@code target} of {@code into[a]}. Angles are ordered by {@code into}, then
 * {@code from}.
 *
 * @param cosine of the angle at i between the directions to k and to j, −1 … 1
 * @param multiplicity how many equal angles lead into the bond {@code into[a]}
 */
public record Angles(int[] from, int[] into, double[] cosine, int[] multiplicity) {
    /** Of a graph that was not asked for angles. */
    public static final Angles NONE = new Angles(new int[0], new int[0], new double[0], new int[0]);

    public int count() {
        return from.length;
    }
}
