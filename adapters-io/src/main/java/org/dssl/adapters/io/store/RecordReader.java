package org.dssl.adapters.io.store;

import java.nio.ByteBuffer;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;

/**
 * Reads a record of a {@link Row}.
 *
 * @param bytes of many records, shared
 * @param position of this one
 */
record RecordReader(ByteBuffer bytes, int position, GraphCodec codec) {

    private ByteSource source() {
        return new ByteSource(bytes, position);
    }

    Crystal crystal() {
        return CrystalCodec.read(source());
    }

    String place() {
        return CrystalCodec.place(source());
    }

    CrystalGraph full() {
        ByteSource source = source();
        Crystal crystal = graphOf(source);
        return codec.full(crystal, source);
    }

    CrystalGraph packed() {
        ByteSource source = source();
        Crystal crystal = graphOf(source);
        return codec.packed(crystal, source);
    }

    int[] classOf() {
        ByteSource source = source();
        Crystal crystal = graphOf(source);
        return GraphCodec.classOf(crystal.atoms(), source);
    }

    /** Why there is no graph; for a record that has none. */
    String problem() {
        ByteSource source = source();
        CrystalCodec.readAtoms(source);
        source.octet();
        return source.text();
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
