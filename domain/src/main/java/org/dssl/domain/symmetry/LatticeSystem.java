package org.dssl.domain.symmetry;

import org.dssl.domain.crystal.Lattice;

/** The seven holohedries: point groups of lattices. A crystal may have fewer symmetries than its lattice. */
public enum LatticeSystem {
    TRICLINIC(2),
    MONOCLINIC(4),
    ORTHORHOMBIC(8),
    TETRAGONAL(16),
    RHOMBOHEDRAL(12),
    HEXAGONAL(24),
    CUBIC(48);

    private final int order;

    LatticeSystem(int order) {
        this.order = order;
    }

    /** The number of rotations, with and without inversion. */
    public int order() {
        return order;
    }

    /**
     * The holohedry of a lattice, whichever basis is given.
     *
     * @param tolerance how far a rotation may carry the end of a reduced basis vector beside the lattice, Å
     */
    public static LatticeSystem of(Lattice lattice, double tolerance) {
        int order = Symmetry.ofLattice(lattice, tolerance).order();
        for (LatticeSystem system : values()) {
            if (system.order == order) {
                return system;
            }
        }
        return TRICLINIC; // nothing but the identity was found within a tolerance near zero
    }
}
