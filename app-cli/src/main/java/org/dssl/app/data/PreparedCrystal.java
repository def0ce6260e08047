package org.dssl.app.data;

import java.util.Arrays;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.CrystalGraphs;
import org.dssl.domain.graph.Shrinkage;

/** A crystal with its graphs, in memory or in a store: there each call reads anew what it gives. */
public interface PreparedCrystal {
    Crystal crystal();

    /** One vertex per atom. */
    CrystalGraph full();

    /** What the network gets when nothing is masked: the quotient, or {@link #full} without one. */
    CrystalGraph packed();

    /** Class of equivalent atoms of each atom. */
    int[] classOf();

    default Shrinkage shrinkage() {
        return Shrinkage.of(full(), packed());
    }

    /** Shortest and longest edge, Å; ∞ and −∞ without edges. */
    default double[] lengths() {
        double[] distances = full().distance();
        return new double[] {
            Arrays.stream(distances).min().orElse(Double.POSITIVE_INFINITY),
            Arrays.stream(distances).max().orElse(Double.NEGATIVE_INFINITY)
        };
    }

    static PreparedCrystal of(Crystal crystal, CrystalGraphs graphs) {
        return new InMemory(crystal, graphs.full(), graphs.packed(), graphs.classOf());
    }

    /** All of it in memory. */
    record InMemory(Crystal crystal, CrystalGraph full, CrystalGraph packed, int[] classOf)
            implements PreparedCrystal {}
}
