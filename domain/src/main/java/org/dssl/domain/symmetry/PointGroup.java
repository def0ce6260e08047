package org.dssl.domain.symmetry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rotations, with and without inversion, that a lattice or a crystal has in common with itself. */
public record PointGroup(List<Rotation> rotations) {
    static final PointGroup TRIVIAL = new PointGroup(List.of(Rotation.IDENTITY));

    public PointGroup {
        rotations = List.copyOf(rotations);
    }

    public int order() {
        return rotations.size();
    }

    /** How many rotations by 360° / n there are, with or without inversion. */
    public int count(int n) {
        return (int) rotations.stream().filter(r -> Math.abs(r.type()) == n).count();
    }

    /** Whether it is one: rotations found within a tolerance need not be. */
    boolean closed() {
        Set<Rotation> known = new HashSet<>(rotations);
        for (Rotation first : rotations) {
            for (Rotation second : rotations) {
                if (!known.contains(first.then(second))) {
                    return false;
                }
            }
        }
        return !rotations.isEmpty();
    }

    /** By the axes of highest order, <i>International Tables for Crystallography</i> A (2016), table 2.1.1.1. */
    public CrystalSystem system() {
        if (count(3) == 8 || count(3) == 16) {
            return CrystalSystem.CUBIC; // four threefold axes, two rotations each, perhaps with inversion too
        }
        if (count(6) > 0) {
            return CrystalSystem.HEXAGONAL;
        }
        if (count(3) > 0) {
            return CrystalSystem.TRIGONAL;
        }
        if (count(4) > 0) {
            return CrystalSystem.TETRAGONAL;
        }
        int twofold = count(2); // one or two in 2, m and 2/m; three in 222 and mm2, six in mmm
        return twofold >= 3
                ? CrystalSystem.ORTHORHOMBIC
                : twofold > 0 ? CrystalSystem.MONOCLINIC : CrystalSystem.TRICLINIC;
    }
}
