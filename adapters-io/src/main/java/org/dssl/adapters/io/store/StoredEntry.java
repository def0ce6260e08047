package org.dssl.adapters.io.store;

import java.util.Optional;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.ports.out.StoredGraphs;

/** A row of a file, read when it is asked. */
record StoredEntry(StoreFile file, int row) implements StoredGraphs.Entry {

    @Override
    public Crystal crystal() {
        return file.record(row).crystal();
    }

    @Override
    public String place() {
        return file.record(row).place();
    }

    @Override
    public Optional<String> problem() {
        return file.hasGraph(row)
                ? Optional.empty()
                : Optional.of(file.record(row).problem());
    }

    @Override
    public CrystalGraph full() {
        return file.record(row).full();
    }

    @Override
    public CrystalGraph packed() {
        return file.record(row).packed();
    }

    @Override
    public int[] classOf() {
        return file.record(row).classOf();
    }

    @Override
    public Shrinkage shrinkage() {
        return file.index(row).shrinkage();
    }

    @Override
    public double[] lengths() {
        return file.index(row).lengths();
    }
}
