package org.dssl.domain.graph;

import java.util.Arrays;
import java.util.List;
import org.dssl.domain.program.Feeds;

/** The angles of a batch under construction. */
final class AngleArrays {
    private final boolean separate;
    private final double[] cosine;
    private final double[] multiplicity;
    private final int[] cosineOf;
    private final int[] from;
    private final int[] into;
    private int angles;
    private int cosines;

    /** @param separate whether each angle has a cosine of its own, be it equal to others */
    AngleArrays(List<CrystalGraph> graphs, boolean separate) {
        this.separate = separate;
        int all = 0;
        for (CrystalGraph graph : graphs) {
            if (graph.edges() > 0 && graph.angles().count() == 0) {
                throw new IllegalArgumentException("the features have angles, but a graph was built without");
            }
            all += graph.angles().count();
        }
        cosine = new double[all];
        multiplicity = new double[all];
        cosineOf = new int[all];
        from = new int[all];
        into = new int[all];
    }

    /**
     * @param edges of the batch before this graph's
     * @param tolerance cosines that differ by less are one, their mean
     */
    void add(Angles added, int edges, double tolerance) {
        DistanceClasses classes = separate ? null : DistanceClasses.of(added.cosine(), tolerance);
        double[] distinct = separate ? added.cosine() : classes.mean();
        System.arraycopy(distinct, 0, cosine, cosines, distinct.length);
        for (int a = 0; a < added.count(); a++) {
            multiplicity[angles] = added.multiplicity()[a];
            cosineOf[angles] = cosines + (separate ? a : classes.of()[a]);
            from[angles] = edges + added.from()[a];
            into[angles++] = edges + added.into()[a];
        }
        cosines += distinct.length;
    }

    void feed(String prefix, int edges, Feeds feeds) {
        feeds.numbers(prefix + "angle.cosine", Arrays.copyOf(cosine, cosines), cosines, 1)
                .numbers(prefix + "angle.multiplicity", multiplicity, angles, 1)
                .index(prefix + "angle.cosine.of", cosineOf, cosines)
                .index(prefix + "angle.from", from, edges)
                .index(prefix + "angle.into", into, edges);
    }
}
