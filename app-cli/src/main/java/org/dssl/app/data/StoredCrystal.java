package org.dssl.app.data;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.ports.out.StoredGraphs;

/** A crystal of a store, read there each time that it is asked for. */
final class StoredCrystal extends ReadCrystal {
    private final StoredGraphs.Entry entry;

    StoredCrystal(StoredGraphs.Entry entry) {
        super(null, null);
        this.entry = entry;
    }

    @Override
    public Crystal crystal() {
        return entry.crystal();
    }

    @Override
    public String place() {
        return entry.place();
    }

    /** @param options those of the store */
    @Override
    PreparedCrystal prepare(GraphOptions options) {
        entry.problem().ifPresent(problem -> {
            throw new CrystalException(problem);
        });
        return new Prepared(entry);
    }

    private record Prepared(StoredGraphs.Entry entry) implements PreparedCrystal {
        @Override
        public Crystal crystal() {
            return entry.crystal();
        }

        @Override
        public CrystalGraph full() {
            return entry.full();
        }

        @Override
        public CrystalGraph packed() {
            return entry.packed();
        }

        @Override
        public int[] classOf() {
            return entry.classOf();
        }

        @Override
        public Shrinkage shrinkage() {
            return entry.shrinkage();
        }

        @Override
        public double[] lengths() {
            return entry.lengths();
        }
    }
}
