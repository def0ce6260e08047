package org.dssl.adapters.io.structure.cif;

/**
 * A row of the atom-site loop.
 *
 * @param line where the row's label stands
 */
record CifSite(String label, int atomicNumber, double x, double y, double z, int line) {}
