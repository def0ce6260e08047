/** The Crystallographic Information File: grammar (IUCr, CIF 1.1), symmetry operations, sites. */
package org.dssl.adapters.io.structure.cif;
