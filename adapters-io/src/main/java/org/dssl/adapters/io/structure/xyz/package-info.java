/** Extended XYZ, the form in which energies and forces of many structures are handed on. */
package org.dssl.adapters.io.structure.xyz;
