package org.dssl.adapters.io.dataset;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** Keeps what a reader found until its turn comes. */
final class Found implements StructureSink {
    /** @param crystal null if there is a problem */
    record Entry(Crystal crystal, String place, StructureProblem problem) {}

    private final List<Entry> entries = new ArrayList<>(1);

    @Override
    public void crystal(Crystal crystal, String place) {
        entries.add(new Entry(crystal, place, null));
    }

    @Override
    public void problem(StructureProblem problem) {
        entries.add(new Entry(null, problem.place(), problem));
    }

    List<Entry> entries() {
        return entries;
    }

    void replay(StructureSink sink) {
        for (Entry entry : entries) {
            if (entry.crystal() == null) {
                sink.problem(entry.problem());
            } else {
                sink.crystal(entry.crystal(), entry.place());
            }
        }
    }
}
