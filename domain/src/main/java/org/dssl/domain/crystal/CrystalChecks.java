package org.dssl.domain.crystal;

/** What makes arrays a crystal. */
final class CrystalChecks {
    private CrystalChecks() {}

    static void check(Crystal crystal) {
        int atoms = crystal.atoms();
        if (atoms == 0) {
            throw new CrystalException("no atoms");
        }
        double[] fractional = crystal.fractional();
        if (fractional.length != 3 * atoms) {
            throw new CrystalException(atoms + " atoms need " + 3 * atoms + " coordinates, found " + fractional.length);
        }
        for (int i = 0; i < fractional.length; i++) {
            if (!Double.isFinite(fractional[i])) {
                throw new CrystalException("coordinate " + "xyz".charAt(i % 3) + " of atom " + (i / 3 + 1) + " is "
                        + fractional[i] + "; it must be a finite number");
            }
        }
        for (int atom = 0; atom < atoms; atom++) {
            Elements.requireKnown(crystal.atomicNumber(atom));
        }
    }
}
