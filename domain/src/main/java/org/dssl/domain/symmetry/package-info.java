/** Symmetry of lattices and crystals: reduced cells, point groups, lattice and crystal systems. */
package org.dssl.domain.symmetry;
