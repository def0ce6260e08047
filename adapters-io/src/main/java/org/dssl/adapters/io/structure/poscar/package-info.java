/** POSCAR and CONTCAR, the structure files of VASP. */
package org.dssl.adapters.io.structure.poscar;
