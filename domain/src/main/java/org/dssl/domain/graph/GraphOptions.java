package org.dssl.domain.graph;

/**
 * How a crystal becomes a graph.
 *
 * @param neighbours how many nearest neighbours an atom receives from
 * @param radius search radius, Å; doubled for an atom that has no neighbour inside
 * @param tolerance lengths that differ by less than this are one shell, one class, Å
 * @param quotient whether equivalent atoms and edges are computed once
 * @param angles whether the graph has both directions of every bond, and the angles between bonds that meet
 */
public record GraphOptions(
        GraphMode mode, int neighbours, double radius, double tolerance, boolean quotient, boolean angles) {
    public static final GraphOptions DEFAULT = new GraphOptions(GraphMode.ALL_IMAGES, 12, 8.0, 1e-4, true);
    /** The released code's graph. */
    public static final GraphOptions PAPER = new GraphOptions(GraphMode.MINIMUM_IMAGE, 12, 8.0, 1e-4, false);

    public GraphOptions {
        if (neighbours < 1 || !(radius > 0 && radius <= GraphBuilder.WIDEST) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("no graph has " + neighbours + " neighbours within " + radius
                    + " Å at tolerance " + tolerance + " Å; at least 1, within at most " + GraphBuilder.WIDEST
                    + " Å, tolerance not negative");
        }
    }

    /** Without angles. */
    public GraphOptions(GraphMode mode, int neighbours, double radius, double tolerance, boolean quotient) {
        this(mode, neighbours, radius, tolerance, quotient, false);
    }

    public GraphOptions withQuotient(boolean on) {
        return new GraphOptions(mode, neighbours, radius, tolerance, on, angles);
    }

    public GraphOptions withAngles(boolean on) {
        return new GraphOptions(mode, neighbours, radius, tolerance, quotient, on);
    }
}
