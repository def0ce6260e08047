package org.dssl.domain.symmetry;

import java.util.List;
import java.util.Optional;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Lattice;

/**
 * The smallest cell of a crystal, in its Niggli-reduced form. n translations that bring the atoms onto themselves form a
 * group, hence each is a whole number of n-th parts of the cell's vectors: they are rounded to it, and the lattice that
 * they span is found in integers.
 */
final class PrimitiveCell {
    private PrimitiveCell() {}

    /** Empty if the translations found within the tolerance are no group. */
    static Optional<Motif> of(Crystal crystal, double tolerance) {
        Motif given = in(
                crystal.lattice().reduced().lattice(),
                crystal.lattice(),
                crystal.atomicNumbers(),
                crystal.fractional());
        List<Motif.Match> translations = given.matches(Rotation.IDENTITY, tolerance);
        int n = translations.size();
        if (n == 1) {
            return Optional.of(in(NiggliCell.of(given.lattice), given.lattice, given.numbers, given.fractional));
        }
        IntegerLattice span = new IntegerLattice(n);
        for (Motif.Match match : translations) {
            double[] t = match.translation();
            span.add(Math.round(n * t[0]), Math.round(n * t[1]), Math.round(n * t[2]));
        }
        if (span.determinant() != (long) n * n || given.numbers.length % n != 0) {
            return Optional.empty();
        }
        return merged(given, translations, span.of(given.lattice));
    }

    /** One atom for each orbit, at the mean of its atoms carried back. */
    private static Optional<Motif> merged(Motif given, List<Motif.Match> translations, Lattice lattice) {
        int n = translations.size();
        int count = given.numbers.length / n;
        int[] numbers = new int[count];
        double[] fractional = new double[3 * count];
        int at = 0;
        for (int atom = 0; atom < given.numbers.length; atom++) {
            if (!isFirst(atom, translations)) {
                continue;
            }
            if (at == count) {
                return Optional.empty();
            }
            numbers[at] = given.numbers[atom];
            for (int axis = 0; axis < 3; axis++) {
                fractional[3 * at + axis] = mean(given, translations, atom, axis);
            }
            at++;
        }
        return at == count
                ? Optional.of(in(NiggliCell.of(lattice), given.lattice, numbers, fractional))
                : Optional.empty();
    }

    private static boolean isFirst(int atom, List<Motif.Match> translations) {
        return translations.stream().allMatch(match -> match.image()[atom] >= atom);
    }

    private static double mean(Motif given, List<Motif.Match> translations, int atom, int axis) {
        int n = translations.size();
        double position = given.fractional[3 * atom + axis];
        double deviation = 0;
        for (Motif.Match match : translations) {
            double exact = (double) Math.round(n * match.translation()[axis]) / n;
            double d = given.fractional[3 * match.image()[atom] + axis] - position - exact;
            deviation += d - Math.rint(d);
        }
        return position + deviation / n;
    }

    /** Atoms given along one lattice's vectors, in a cell of other vectors. */
    private static Motif in(Lattice cell, Lattice old, int[] numbers, double[] fractional) {
        double[] moved = new double[fractional.length];
        for (int at = 0; at < moved.length; at += 3) {
            double x = old.cartesian(fractional[at], fractional[at + 1], fractional[at + 2], 0);
            double y = old.cartesian(fractional[at], fractional[at + 1], fractional[at + 2], 1);
            double z = old.cartesian(fractional[at], fractional[at + 1], fractional[at + 2], 2);
            for (int axis = 0; axis < 3; axis++) {
                double f = cell.fractional(x, y, z, axis);
                moved[at + axis] = f - Math.floor(f);
            }
        }
        return new Motif(cell, numbers, moved);
    }
}
