package org.dssl.adapters.io.structure.cif;

import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;

/** The cell of a block. */
final class CifCell {
    private static final String[] LENGTHS = {"_cell_length_a", "_cell_length_b", "_cell_length_c"};
    private static final String[] ANGLES = {"_cell_angle_alpha", "_cell_angle_beta", "_cell_angle_gamma"};

    private CifCell() {}

    static Lattice of(CifBlock block) throws BadStructureException {
        double[] cell = new double[6];
        for (int i = 0; i < 3; i++) {
            cell[i] = parameter(block, LENGTHS[i], Double.NaN);
            // the CIF core dictionary's default of a cell angle
            cell[3 + i] = block.has(ANGLES[i]) ? parameter(block, ANGLES[i], 90) : 90;
        }
        try {
            return Lattice.ofParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
        } catch (CrystalException e) {
            throw new BadStructureException(block.find(LENGTHS).line(), e.getMessage());
        }
    }

    private static double parameter(CifBlock block, String tag, double byDefault) throws BadStructureException {
        CifColumn column = block.find(tag);
        if (column == null || column.rows() != 1) {
            throw new BadStructureException(
                    column == null ? block.line() : column.line(),
                    tag + (column == null ? " is missing" : " needs one value, found " + column.rows()));
        }
        return column.number(0, byDefault, "");
    }
}
