package org.dssl.adapters.io.store;

import org.dssl.domain.graph.Angles;
import org.dssl.domain.graph.QuotientEdges;

/** What a quotient keeps of its graph, in bytes. */
final class QuotientCodec {
    private QuotientCodec() {}

    static void write(QuotientEdges kept, ByteSink sink) {
        sink.count(kept.edges().length);
        writeSteps(kept.edges(), sink);
        sink.counts(kept.multiplicity());
        sink.numbers(kept.distance());
        Angles angles = kept.angles();
        sink.count(angles.count());
        sink.counts(angles.from());
        writeSteps(angles.into(), sink);
        sink.counts(angles.multiplicity());
        sink.numbers(angles.cosine());
    }

    static QuotientEdges read(ByteSource source) {
        int count = source.count();
        int[] edges = readSteps(count, source);
        int[] multiplicity = source.counts(count);
        double[] distance = source.numbers(count);
        return new QuotientEdges(edges, multiplicity, distance, angles(source));
    }

    private static Angles angles(ByteSource source) {
        int count = source.count();
        int[] from = source.counts(count);
        int[] into = readSteps(count, source);
        int[] multiplicity = source.counts(count);
        double[] cosine = source.numbers(count);
        return count == 0 ? Angles.NONE : new Angles(from, into, cosine, multiplicity);
    }

    /** Each value as the step from the one before: they rise slowly. */
    private static void writeSteps(int[] values, ByteSink sink) {
        int before = 0;
        for (int value : values) {
            sink.signed(value - before);
            before = value;
        }
    }

    private static int[] readSteps(int many, ByteSource source) {
        int[] values = new int[many];
        int before = 0;
        for (int i = 0; i < many; i++) {
            before += source.signed();
            values[i] = before;
        }
        return values;
    }
}
