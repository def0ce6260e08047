package org.dssl.adapters.io.structure.cif;

import org.dssl.adapters.io.structure.disorder.Occupant;

/**
 * A row of the atom-site loop.
 *
 * @param occupant what stands there, and where the row's label is
 */
record CifSite(Occupant occupant, double x, double y, double z) {}
