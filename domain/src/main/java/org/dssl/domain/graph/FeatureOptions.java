package org.dssl.domain.graph;

/**
 * What the network is told of atoms and lengths.
 *
 * @param elements how elements are told apart
 * @param degree adds the one-hot degree, 14 columns, the last meaning 13 or more
 * @param trueComposition whether masked atoms count in the composition (the released code) or not
 * @param lengthLow scaled length = (length − lengthLow) / lengthSpan
 * @param lengthSpan the radius, or the data set's range in paper mode
 * @param lengthTolerance lengths of a crystal that differ by less are one, their mean; Å. Cosines likewise
 * @param angles whether angles are packed, for encoders that read them
 */
public record FeatureOptions(
        ElementFeatures elements,
        boolean degree,
        boolean trueComposition,
        double lengthLow,
        double lengthSpan,
        double lengthTolerance,
        boolean angles) {
    static final int DEGREES = 14;

    /** Our default for a graph: one-hot elements; lengths by the radius; classes as the quotient's; its angles. */
    public static FeatureOptions of(GraphOptions graph, boolean degree, boolean trueComposition) {
        // The paper's mode keeps raw lengths, but for the last digits in which i→j and j→i differ.
        double tolerance = graph.mode() == GraphMode.ALL_IMAGES ? graph.tolerance() : 1e-9;
        return new FeatureOptions(
                ElementFeatures.ONE_HOT, degree, trueComposition, 0, graph.radius(), tolerance, graph.angles());
    }

    public FeatureOptions withLengths(double low, double high) {
        return new FeatureOptions(elements, degree, trueComposition, low, high - low, lengthTolerance, angles);
    }

    public FeatureOptions withLengthTolerance(double tolerance) {
        return new FeatureOptions(elements, degree, trueComposition, lengthLow, lengthSpan, tolerance, angles);
    }

    public FeatureOptions withElements(ElementFeatures features) {
        return new FeatureOptions(features, degree, trueComposition, lengthLow, lengthSpan, lengthTolerance, angles);
    }

    /** Columns of the atoms' features: elements, degree, and last the mask flag if there is one. */
    public int columns() {
        return elements.columns() + (degree ? DEGREES : 0) + (elements.maskFlag() ? 1 : 0);
    }
}
