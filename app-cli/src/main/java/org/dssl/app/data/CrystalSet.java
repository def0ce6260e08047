package org.dssl.app.data;

import java.util.List;

/**
 * A data set ready for training.
 *
 * @param places where each crystal was read, for messages
 * @param lengths shortest and longest edge, Å; the paper's mode scales by them
 */
public record CrystalSet(List<PreparedCrystal> crystals, List<String> places, double[] lengths) {

    public int size() {
        return crystals.size();
    }

    public long atoms(boolean packed) {
        return crystals.stream()
                .mapToLong(c -> (packed ? c.packed() : c.full()).atoms())
                .sum();
    }

    public long edges(boolean packed) {
        return crystals.stream()
                .mapToLong(c -> (packed ? c.packed() : c.full()).edges())
                .sum();
    }
}
