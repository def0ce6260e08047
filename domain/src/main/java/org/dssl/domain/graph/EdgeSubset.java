package org.dssl.domain.graph;

import java.util.stream.IntStream;

/** A full graph without some of its edges. */
public final class EdgeSubset {
    private EdgeSubset() {}

    /** @param dropped per edge; angles of what remains are found anew */
    public static CrystalGraph without(CrystalGraph graph, boolean[] dropped) {
        int[] kept = IntStream.range(0, graph.edges()).filter(e -> !dropped[e]).toArray();
        CrystalGraph rest = new CrystalGraph(
                graph.atoms(),
                pick(graph.source(), kept),
                pick(graph.target(), kept),
                IntStream.of(kept)
                        .flatMap(e -> IntStream.range(3 * e, 3 * e + 3).map(at -> graph.image()[at]))
                        .toArray(),
                IntStream.of(kept).mapToDouble(e -> graph.distance()[e]).toArray(),
                IntStream.of(kept)
                        .boxed()
                        .flatMapToDouble(
                                e -> IntStream.range(3 * e, 3 * e + 3).mapToDouble(at -> graph.displacement()[at]))
                        .toArray(),
                graph.atomMultiplicity(),
                pick(graph.edgeMultiplicity(), kept),
                graph.representative(),
                IntStream.range(0, kept.length).toArray(),
                Angles.NONE);
        return graph.angles().count() > 0 ? LineGraph.with(rest) : rest;
    }

    private static int[] pick(int[] values, int[] kept) {
        return IntStream.of(kept).map(e -> values[e]).toArray();
    }
}
