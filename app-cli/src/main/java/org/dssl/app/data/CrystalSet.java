package org.dssl.app.data;

import java.util.AbstractList;
import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.Shrinkage;

/**
 * A data set ready for training.
 *
 * @param lengths shortest and longest edge, Å; the paper's mode scales by them
 */
public record CrystalSet(List<PreparedCrystal> crystals, double[] lengths) {

    public int size() {
        return crystals.size();
    }

    /** The crystals alone; those of a store are read one by one, whenever they are asked for. */
    public List<Crystal> structures() {
        return new AbstractList<>() {
            @Override
            public Crystal get(int row) {
                return crystals.get(row).crystal();
            }

            @Override
            public int size() {
                return crystals.size();
            }
        };
    }

    public Shrinkage shrinkage() {
        return crystals.stream().map(PreparedCrystal::shrinkage).reduce(Shrinkage.NONE, Shrinkage::plus);
    }
}
