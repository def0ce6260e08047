package org.dssl.it;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.prototype.PrototypeCrystals;
import org.dssl.domain.random.RandomStream;

/** Crystals that need no file. */
public final class TestedCrystals {
    private static final int DRAWN = 1000;

    private TestedCrystals() {}

    /** One crystal of each structure type: the first that a seed draws. */
    public static List<Crystal> prototypes() {
        Map<String, Crystal> first = new LinkedHashMap<>();
        PrototypeCrystals.stream(RandomStream.of(1), DRAWN)
                .forEach(crystal -> first.putIfAbsent(crystal.labels().get("prototype"), crystal));
        if (first.size() < PrototypeCrystals.types().size()) {
            throw new IllegalStateException("of " + PrototypeCrystals.types() + " only " + first.keySet() + " came");
        }
        return List.copyOf(first.values());
    }
}
