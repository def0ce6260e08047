package org.dssl.adapters.io.dataset;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** Hands on the first crystal of each id, and hashes what it hands on; a second one is a problem. */
final class UniqueIds implements StructureSink {
    private final BiConsumer<Crystal, String> crystals;
    private final Consumer<StructureProblem> problems;
    private final Map<String, String> places = new HashMap<>();
    private final CrystalHash hash = new CrystalHash();

    UniqueIds(BiConsumer<Crystal, String> crystals, Consumer<StructureProblem> problems) {
        this.crystals = crystals;
        this.problems = problems;
    }

    @Override
    public void crystal(Crystal crystal, String place) {
        String first = places.putIfAbsent(crystal.id(), place);
        if (first != null) {
            problem(new StructureProblem(
                    crystal.id(), place, "id " + crystal.id() + " is taken already by " + first + "; ids must differ"));
            return;
        }
        hash.add(crystal);
        crystals.accept(crystal, place);
    }

    @Override
    public void problem(StructureProblem problem) {
        problems.accept(problem);
    }

    String hash() {
        return hash.value();
    }
}
