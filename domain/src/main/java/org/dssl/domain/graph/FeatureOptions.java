package org.dssl.domain.graph;

/**
 * What the network is told of atoms and lengths.
 *
 * @param atoms the columns of atoms' features
 * @param trueComposition whether masked atoms count in the composition (the released code) or not
 * @param lengthLow scaled length = (length − lengthLow) / lengthSpan
 * @param lengthSpan the radius, or the data set's range in paper mode
 * @param lengthTolerance lengths of a crystal that differ by less are one, their mean; Å. Cosines likewise
 * @param angles whether angles are packed, for encoders that read them
 */
public record FeatureOptions(
        AtomColumns atoms,
        boolean trueComposition,
        double lengthLow,
        double lengthSpan,
        double lengthTolerance,
        boolean angles) {

    /** Our default for a graph: one-hot elements; lengths by the radius; classes as the quotient's; its angles. */
    public static FeatureOptions of(GraphOptions graph, boolean degree, boolean trueComposition) {
        // The paper's mode keeps raw lengths, but for the last digits in which i→j and j→i differ.
        double tolerance = graph.mode() == GraphMode.ALL_IMAGES ? graph.tolerance() : 1e-9;
        AtomColumns atoms = AtomColumns.of(ElementFeatures.ONE_HOT, degree);
        return new FeatureOptions(atoms, trueComposition, 0, graph.radius(), tolerance, graph.angles());
    }

    public FeatureOptions withLengths(double low, double high) {
        return new FeatureOptions(atoms, trueComposition, low, high - low, lengthTolerance, angles);
    }

    public FeatureOptions withLengthTolerance(double tolerance) {
        return new FeatureOptions(atoms, trueComposition, lengthLow, lengthSpan, tolerance, angles);
    }

    public FeatureOptions withAtoms(AtomColumns columns) {
        return new FeatureOptions(columns, trueComposition, lengthLow, lengthSpan, lengthTolerance, angles);
    }

    /** Columns of the atoms' features. */
    public int columns() {
        return atoms.count();
    }
}
