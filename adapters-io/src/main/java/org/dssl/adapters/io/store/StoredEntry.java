package org.dssl.adapters.io.store;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.ports.out.StoredGraphs;

/**
 * A record, read each time anew.
 *
 * @param bytes of many records, shared
 * @param position of this one
 */
record StoredEntry(ByteBuffer bytes, int position, GraphCodec codec, Shrinkage shrinkage, double[] lengths)
        implements StoredGraphs.Entry {

    private ByteSource source() {
        return new ByteSource(bytes, position);
    }

    @Override
    public Crystal crystal() {
        return CrystalCodec.read(source());
    }

    @Override
    public String place() {
        return CrystalCodec.place(source());
    }

    @Override
    public Optional<String> problem() {
        if (shrinkage.atoms() > 0) {
            return Optional.empty();
        }
        ByteSource source = source();
        CrystalCodec.readAtoms(source);
        source.octet();
        return Optional.of(source.text());
    }

    @Override
    public CrystalGraph full() {
        ByteSource source = source();
        Crystal crystal = graphOf(source);
        return codec.full(crystal, source);
    }

    @Override
    public CrystalGraph packed() {
        ByteSource source = source();
        Crystal crystal = graphOf(source);
        return codec.packed(crystal, source);
    }

    @Override
    public int[] classOf() {
        ByteSource source = source();
        Crystal crystal = graphOf(source);
        return GraphCodec.classOf(crystal.atoms(), source);
    }

    /** Leaves the source where the graph begins. */
    private static Crystal graphOf(ByteSource source) {
        Crystal crystal = CrystalCodec.readAtoms(source);
        if (source.octet() != Row.GRAPH) {
            throw new IllegalStateException("this crystal has no graph: " + source.text());
        }
        return crystal;
    }
}
