package org.dssl.adapters.io.store;

import java.util.Arrays;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.Angles;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.CrystalGraphs;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.KnownEdges;
import org.dssl.domain.graph.QuotientEdges;

/**
 * A crystal's graphs in bytes: flags, classes of atoms, edges, and what the quotient keeps of them. Lengths and vectors of
 * edges follow from crystal and images, angles from vectors; they are written only if they would not follow to the last
 * bit.
 */
final class GraphCodec {
    private static final int WHOLE = 1;
    private static final int LOOPS = 2;
    private static final int GEOMETRY = 4;

    private final boolean angles;

    GraphCodec(GraphOptions options) {
        angles = options.angles();
    }

    /** @param geometry whether lengths and vectors are written */
    void write(CrystalGraphs graphs, boolean geometry, ByteSink sink) {
        CrystalGraph full = graphs.full();
        boolean whole = graphs.packed() == full;
        boolean loops = EdgeCodec.loops(full);
        sink.octet((whole ? WHOLE : 0) | (loops ? LOOPS : 0) | (geometry ? GEOMETRY : 0));
        sink.counts(graphs.classOf());
        EdgeCodec.write(full, loops, sink);
        if (geometry) {
            sink.numbers(full.distance());
            sink.numbers(full.displacement());
        }
        if (!whole) {
            QuotientCodec.write(QuotientEdges.of(graphs.packed()), sink);
        }
    }

    static int[] classOf(int atoms, ByteSource source) {
        source.octet();
        return source.counts(atoms);
    }

    CrystalGraph full(Crystal crystal, ByteSource source) {
        int flags = source.octet();
        source.counts(crystal.atoms());
        return complete(edges(crystal, flags, source));
    }

    CrystalGraph packed(Crystal crystal, ByteSource source) {
        int flags = source.octet();
        int[] classOf = source.counts(crystal.atoms());
        CrystalGraph full = edges(crystal, flags, source);
        return (flags & WHOLE) != 0
                ? complete(full)
                : QuotientCodec.read(source).quotient(full, classOf);
    }

    private static CrystalGraph edges(Crystal crystal, int flags, ByteSource source) {
        KnownEdges edges = EdgeCodec.read(crystal.atoms(), (flags & LOOPS) != 0, source);
        if ((flags & GEOMETRY) == 0) {
            return edges.graph(crystal);
        }
        double[] distance = source.numbers(edges.source().length);
        double[] displacement = source.numbers(edges.image().length);
        return edges.graph(crystal.atoms(), distance, displacement);
    }

    private CrystalGraph complete(CrystalGraph full) {
        return angles ? KnownEdges.withAngles(full) : full;
    }

    /** Whether two graphs are the same to the last bit. */
    static boolean same(CrystalGraph a, CrystalGraph b) {
        return a.atoms() == b.atoms()
                && Arrays.equals(a.source(), b.source())
                && Arrays.equals(a.target(), b.target())
                && Arrays.equals(a.image(), b.image())
                && Arrays.equals(a.distance(), b.distance())
                && Arrays.equals(a.displacement(), b.displacement())
                && Arrays.equals(a.atomMultiplicity(), b.atomMultiplicity())
                && Arrays.equals(a.edgeMultiplicity(), b.edgeMultiplicity())
                && Arrays.equals(a.representative(), b.representative())
                && Arrays.equals(a.representativeEdge(), b.representativeEdge())
                && same(a.angles(), b.angles());
    }

    private static boolean same(Angles a, Angles b) {
        return Arrays.equals(a.from(), b.from())
                && Arrays.equals(a.into(), b.into())
                && Arrays.equals(a.cosine(), b.cosine())
                && Arrays.equals(a.multiplicity(), b.multiplicity());
    }
}
