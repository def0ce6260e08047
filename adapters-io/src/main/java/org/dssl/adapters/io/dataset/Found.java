package org.dssl.adapters.io.dataset;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** Keeps what a reader found until its turn comes. */
final class Found implements StructureSink {

    /** One of the three; the others are null. */
    record Entry(Crystal crystal, String place, StructureProblem problem, ImperfectStructure imperfect) {

        void hand(StructureSink sink) {
            if (crystal != null) {
                sink.crystal(crystal, place);
            } else if (problem != null) {
                sink.problem(problem);
            } else {
                sink.imperfect(imperfect);
            }
        }
    }

    private final List<Entry> entries = new ArrayList<>(1);

    @Override
    public void crystal(Crystal crystal, String place) {
        entries.add(new Entry(crystal, place, null, null));
    }

    @Override
    public void problem(StructureProblem problem) {
        entries.add(new Entry(null, problem.place(), problem, null));
    }

    @Override
    public void imperfect(ImperfectStructure structure) {
        entries.add(new Entry(null, structure.place(), null, structure));
    }

    List<Entry> entries() {
        return entries;
    }

    void replay(StructureSink sink) {
        entries.forEach(entry -> entry.hand(sink));
    }
}
