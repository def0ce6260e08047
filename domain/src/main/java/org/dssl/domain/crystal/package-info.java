/** Crystals, lattices and elements. */
package org.dssl.domain.crystal;
