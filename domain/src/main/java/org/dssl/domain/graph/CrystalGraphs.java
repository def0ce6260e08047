package org.dssl.domain.graph;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;

/**
 * The graphs of one crystal.
 *
 * @param full one vertex per atom
 * @param packed what the network gets when nothing is masked: the quotient, or {@code full} without one
 * @param classOf class of equivalent atoms of each atom
 */
public record CrystalGraphs(CrystalGraph full, CrystalGraph packed, int[] classOf) {

    /** @throws CrystalException if an atom has no neighbour within any sensible radius */
    public static CrystalGraphs of(Crystal crystal, GraphOptions options) {
        CrystalGraph full = GraphBuilder.build(crystal, options);
        int[] classes = Quotient.classes(full, crystal.atomicNumbers(), options.tolerance());
        CrystalGraph packed =
                options.quotient() ? Quotient.of(full, crystal.atomicNumbers(), options.tolerance()) : full;
        return new CrystalGraphs(full, packed, classes);
    }
}
