package org.dssl.domain.symmetry;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;

/**
 * Point groups found within a tolerance. What is found within one may be no group, because near is not transitive; then
 * the tolerance is lowered until it is, as spglib does (Togo, Shinohara and Tanaka, <i>Sci. Technol. Adv. Mater.
 * Methods</i> 4, 2384822, 2024; Grosse-Kunstleve and Adams, Acta Cryst. A58, 60, 2002, is the source of the search).
 */
public final class Symmetry {
    /** The usual one for relaxed structures, Å. */
    public static final double DEFAULT_TOLERANCE = 0.01;

    private static final double LOWERED = 0.9;
    /** Below this, differences are rounding, Å. */
    private static final double LOWEST = 1e-7;

    private Symmetry() {}

    /** The point group of the lattice, as matrices in its Niggli-reduced basis. */
    public static PointGroup ofLattice(Lattice lattice, double tolerance) {
        Lattice reduced = NiggliCell.of(lattice);
        return group(tolerance, t -> Optional.of(new PointGroup(MetricSymmetry.of(reduced, t))));
    }

    /**
     * The point group of the crystal: rotations of its primitive cell's lattice that, followed by some translation, bring
     * every atom onto one of the same element. Does not depend on the choice of cell, on the order of the atoms, or on
     * where the crystal stands, except where a deviation is that of the tolerance to the last digits.
     *
     * @param tolerance by which an atom may miss the image, and a lattice vector its own, Å
     */
    public static PointGroup of(Crystal crystal, double tolerance) {
        return group(tolerance, t -> PrimitiveCell.of(crystal, t).map(motif -> of(motif, t)));
    }

    private static PointGroup of(Motif motif, double tolerance) {
        return new PointGroup(MetricSymmetry.of(motif.lattice, tolerance).stream()
                .filter(rotation -> motif.has(rotation, tolerance))
                .toList());
    }

    /**
     * The crystal in its smallest cell, Niggli-reduced: of atoms that translations bring onto one another one is left, at
     * their mean. Has no labels.
     *
     * @param tolerance as for {@link #of}
     * @throws CrystalException if the cell is too large or too skew to be reduced
     */
    public static Crystal primitive(Crystal crystal, double tolerance) {
        Motif motif = lowering(tolerance, t -> PrimitiveCell.of(crystal, t))
                .orElseThrow(() -> new CrystalException("no primitive cell is found within any tolerance"));
        return new Crystal(crystal.id(), motif.lattice, motif.numbers, motif.fractional, Map.of());
    }

    private static PointGroup group(double tolerance, DoubleFunction<Optional<PointGroup>> search) {
        return lowering(tolerance, t -> search.apply(t).filter(PointGroup::closed))
                .orElse(PointGroup.TRIVIAL);
    }

    private static <F> Optional<F> lowering(double tolerance, DoubleFunction<Optional<F>> search) {
        for (double t = tolerance; t > LOWEST; t *= LOWERED) {
            Optional<F> found = search.apply(t);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
