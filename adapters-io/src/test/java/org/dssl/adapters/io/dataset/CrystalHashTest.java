package org.dssl.adapters.io.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;
import org.junit.jupiter.api.Test;

class CrystalHashTest {
    private static final Crystal SALT = new Crystal(
            "salt",
            Lattice.ofRows(4, 0, 0, 0, 5, 0, 1, 0, 6),
            new int[] {11, 17},
            new double[] {0, 0, 0, 0.5, 0.25, -0.1},
            Map.of("K", "1.50", "G", "hard"));

    private static String hash(Crystal... crystals) {
        CrystalHash hash = new CrystalHash();
        List.of(crystals).forEach(hash::add);
        return hash.value();
    }

    private static Crystal with(String name, double... values) {
        return SALT.withVectors(Map.of(name, values));
    }

    @Test
    void crystalsWithoutVectorsKeepTheHashOfEarlierVersionsSoThatTheirRunsResume() {
        assertEquals("f6230a15420562e5c9a7a6e4c11535505ec77cc435ab0e9a4fb9a49f65a96fd0", hash(SALT));
    }

    @Test
    void everyForceItsPlaceAndItsNameCount() {
        Set<String> different = new HashSet<>();
        different.add(hash(SALT));
        different.add(hash(with("forces", 0, 0, 0, 0, 0, 0)));
        different.add(hash(with("velocities", 0, 0, 0, 0, 0, 0)));
        for (int i = 0; i < 6; i++) {
            double[] forces = new double[6];
            forces[i] = Double.MIN_VALUE;
            different.add(hash(with("forces", forces)));
        }
        different.add(hash(SALT.withVectors(Map.of("forces", new double[6], "velocities", new double[6]))));
        assertEquals(10, different.size());
    }

    @Test
    void theOrderInWhichVectorsWereGivenDoesNotCount() {
        double[] ones = {1, 1, 1, 1, 1, 1};
        assertEquals(hash(with("forces", ones)), hash(with("forces", ones)));
        assertEquals(
                hash(SALT.withVectors(new java.util.TreeMap<>(Map.of("a", ones, "b", new double[6])))),
                hash(SALT.withVectors(new java.util.LinkedHashMap<>(Map.of("b", new double[6], "a", ones)))));
        assertNotEquals(hash(with("forces", ones), SALT), hash(SALT, with("forces", ones)));
    }
}
