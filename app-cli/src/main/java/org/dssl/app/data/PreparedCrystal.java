package org.dssl.app.data;

import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;

/**
 * A crystal with its graphs.
 *
 * @param full one vertex per atom
 * @param packed what the network gets when nothing is masked: the quotient, or {@code full} without one
 * @param classOf class of equivalent atoms of each atom
 */
public record PreparedCrystal(Crystal crystal, CrystalGraph full, CrystalGraph packed, int[] classOf) {}
