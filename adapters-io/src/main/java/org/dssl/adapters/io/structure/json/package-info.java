/** JSON forms of crystals: the interchange lines, and pymatgen's dictionaries alone or in Matbench's tables. */
package org.dssl.adapters.io.structure.json;
