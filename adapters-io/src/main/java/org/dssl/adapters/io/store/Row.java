package org.dssl.adapters.io.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.CrystalGraphs;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Shrinkage;

/**
 * A crystal with its graphs, ready to be appended.
 *
 * @param record crystal, then whether there is a graph, then the graph or why there is none
 * @param lengths shortest and longest edge, Å
 */
record Row(byte[] record, Shrinkage shrinkage, double[] lengths) {
    static final int GRAPH = 1;

    static Row of(Crystal crystal, String place, GraphOptions options) {
        try {
            return of(crystal, place, CrystalGraphs.of(crystal, options), options);
        } catch (CrystalException e) {
            ByteSink sink = new ByteSink();
            CrystalCodec.write(crystal, place, sink);
            sink.octet(0);
            sink.text(e.getMessage());
            return new Row(sink.bytes(), Shrinkage.NONE, range(new double[0]));
        }
    }

    private static Row of(Crystal crystal, String place, CrystalGraphs graphs, GraphOptions options) {
        Row row = of(crystal, place, graphs, options, false);
        if (!row.restores(graphs, options)) {
            row = of(crystal, place, graphs, options, true);
            if (!row.restores(graphs, options)) {
                throw new IllegalStateException("the graph of " + crystal.id() + " is not read as it is written");
            }
        }
        return row;
    }

    private static Row of(Crystal crystal, String place, CrystalGraphs graphs, GraphOptions options, boolean geometry) {
        ByteSink sink = new ByteSink();
        CrystalCodec.write(crystal, place, sink);
        sink.octet(GRAPH);
        new GraphCodec(options).write(graphs, geometry, sink);
        return new Row(
                sink.bytes(),
                Shrinkage.of(graphs.full(), graphs.packed()),
                range(graphs.full().distance()));
    }

    /** Lengths that follow to the last bit are a property of code that may change: it is looked at, not believed. */
    private boolean restores(CrystalGraphs graphs, GraphOptions options) {
        RecordReader read = new RecordReader(ByteBuffer.wrap(record), 0, new GraphCodec(options));
        CrystalGraph full = graphs.full();
        return GraphCodec.same(full, read.full())
                && (graphs.packed() == full || GraphCodec.same(graphs.packed(), read.packed()))
                && Arrays.equals(graphs.classOf(), read.classOf());
    }

    private static double[] range(double[] distances) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double distance : distances) {
            range[0] = Math.min(range[0], distance);
            range[1] = Math.max(range[1], distance);
        }
        return range;
    }
}
