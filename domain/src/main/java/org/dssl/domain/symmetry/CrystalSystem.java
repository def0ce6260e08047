package org.dssl.domain.symmetry;

import org.dssl.domain.crystal.Crystal;

/** The seven crystal systems, by the point group of the crystal, atoms included. */
public enum CrystalSystem {
    TRICLINIC,
    MONOCLINIC,
    ORTHORHOMBIC,
    TETRAGONAL,
    TRIGONAL,
    HEXAGONAL,
    CUBIC;

    /** @param tolerance as for {@link Symmetry#of} */
    public static CrystalSystem of(Crystal crystal, double tolerance) {
        return Symmetry.of(crystal, tolerance).system();
    }
}
