package org.dssl.app.data;

import java.util.List;
import org.dssl.domain.graph.Shrinkage;

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

    public Shrinkage shrinkage() {
        return crystals.stream().map(c -> Shrinkage.of(c.full(), c.packed())).reduce(Shrinkage.NONE, Shrinkage::plus);
    }
}
