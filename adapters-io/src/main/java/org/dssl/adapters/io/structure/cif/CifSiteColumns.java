package org.dssl.adapters.io.structure.cif;

import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Shown;

/** The columns of the atom-site loop; all but the positions may be null, but not label and type both. */
record CifSiteColumns(
        CifColumn label,
        CifColumn type,
        CifColumn occupancy,
        CifColumn assembly,
        CifColumn group,
        CifColumn hydrogens,
        CifColumn flag,
        CifColumn[] position) {

    static CifSiteColumns of(CifBlock block) throws BadStructureException {
        CifSiteColumns columns = new CifSiteColumns(
                block.find("_atom_site_label", "_atom_site_id"),
                block.find("_atom_site_type_symbol"),
                block.find("_atom_site_occupancy"),
                block.find("_atom_site_disorder_assembly"),
                block.find("_atom_site_disorder_group"),
                block.find("_atom_site_attached_hydrogens"),
                block.find("_atom_site_calc_flag"),
                new CifColumn[] {
                    block.find("_atom_site_fract_x"), block.find("_atom_site_fract_y"), block.find("_atom_site_fract_z")
                });
        columns.require(block);
        return columns;
    }

    private void require(CifBlock block) throws BadStructureException {
        for (int axis = 0; axis < 3; axis++) {
            if (position[axis] == null) {
                throw new BadStructureException(block.line(), "_atom_site_fract_" + "xyz".charAt(axis) + " is missing");
            }
        }
        if (label == null && type == null) {
            throw new BadStructureException(
                    position[0].line(), "_atom_site_label and _atom_site_type_symbol are missing: no elements");
        }
        for (CifColumn other :
                new CifColumn[] {label, type, occupancy, assembly, group, hydrogens, flag, position[1], position[2]}) {
            if (other != null && other.rows() != position[0].rows()) {
                throw new BadStructureException(
                        other.line(),
                        other.tag() + " has " + other.rows() + " values where _atom_site_fract_x has "
                                + position[0].rows());
            }
        }
    }

    /** By the dictionary, a site with the flag {@code dum} is no atom and its coordinates mean nothing. */
    boolean isDummy(int row) {
        return "dum".equals(text(flag, row));
    }

    /** What to call a site in messages. */
    String name(int row) {
        String text = text(label, row);
        if (text == null) {
            text = text(type, row);
        }
        return text == null ? "number " + (row + 1) : Shown.text(text);
    }

    int rows() {
        return position[0].rows();
    }

    int line(int row) {
        return (label == null ? position[0] : label).line(row);
    }

    /** Null where the column is missing, or the value. */
    static String text(CifColumn column, int row) {
        return column == null ? null : column.text(row);
    }
}
