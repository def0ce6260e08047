package org.dssl.domain.crystal;

import java.util.Locale;

/** What makes arrays a crystal. */
final class CrystalChecks {
    /** Two atoms nearer than this stand on one spot, Å. */
    static final double ONE_SPOT = 0.01;
    /** No crystal repeats itself after less than this, Å. */
    static final double SHORTEST_VECTOR = 0.5;
    /** Beyond this many cells a coordinate has lost the digits that matter. */
    static final double FARTHEST = 1e6;
    /** Small enough to hold few atoms even where they crowd, large enough that a search mostly reads one bin, Å. */
    private static final double BIN = 0.05;

    private CrystalChecks() {}

    static void check(Crystal crystal) {
        checkArrays(crystal);
        checkRepeat(crystal.lattice().reduced());
        checkSpots(crystal);
    }

    /** What also a crystal with moved atoms must keep. */
    static void checkArrays(Crystal crystal) {
        int atoms = crystal.atoms();
        if (atoms == 0) {
            throw new CrystalException("no atoms");
        }
        double[] fractional = crystal.fractional();
        if (fractional.length != 3 * atoms) {
            throw new CrystalException(atoms + " atoms need " + 3 * atoms + " coordinates, found " + fractional.length);
        }
        for (int i = 0; i < fractional.length; i++) {
            if (!(Math.abs(fractional[i]) <= FARTHEST)) {
                throw new CrystalException("fractional coordinate " + "xyz".charAt(i % 3) + " of atom " + (i / 3 + 1)
                        + " is " + fractional[i] + "; it must be a finite number, at most a million cells away");
            }
        }
        for (int atom = 0; atom < atoms; atom++) {
            Elements.requireKnown(crystal.atomicNumber(atom));
        }
    }

    private static void checkRepeat(ReducedCell cell) {
        double shortest = cell.lattice().length(0);
        if (shortest < SHORTEST_VECTOR) {
            throw new CrystalException("every atom repeats after " + angstrom(shortest) + " Å, along ["
                    + cell.given(1, 0, 0, 0) + " " + cell.given(1, 0, 0, 1) + " " + cell.given(1, 0, 0, 2)
                    + "]; the shortest lattice vector must have at least " + SHORTEST_VECTOR + " Å");
        }
    }

    private static void checkSpots(Crystal crystal) {
        if (crystal.atoms() == 1) {
            return;
        }
        PeriodicSearch search = new PeriodicSearch(crystal, BIN);
        for (int atom = 0; atom < crystal.atoms(); atom++) {
            int hits = search.within(atom, ONE_SPOT);
            if (hits > 0) {
                int other = search.target(0);
                throw new CrystalException("atoms " + name(crystal, Math.min(atom, other)) + " and "
                        + name(crystal, Math.max(atom, other)) + " stand on one spot ("
                        + angstrom(Math.sqrt(search.squared(0))) + " Å apart)");
            }
        }
    }

    private static String angstrom(double length) {
        return String.format(Locale.ROOT, "%.3f", length);
    }

    private static String name(Crystal crystal, int atom) {
        return atom + 1 + " (" + Elements.symbol(crystal.atomicNumber(atom)) + ")";
    }
}
