package org.dssl.adapters.io.structure.cif;

import java.util.ArrayList;
import java.util.List;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.domain.crystal.Lattice;

/**
 * The symmetry operations of a block: those it lists, or else those of the space group that it names. A block that says
 * nothing of symmetry lists all its atoms: P1.
 */
final class CifSymmetry {
    /** The largest group has 192 in its cell; several cells may be listed as one. */
    private static final int MOST = 1024;

    private static final String[] OPERATIONS = {"_symmetry_equiv_pos_as_xyz", "_space_group_symop_operation_xyz"};

    private CifSymmetry() {}

    /**
     * The sets of operations that the block may mean: one, or one for each origin choice where it does not say which.
     */
    static List<List<SymmetryOperation>> of(CifBlock block, Lattice lattice) throws BadStructureException {
        CifColumn column = block.find(OPERATIONS);
        List<SymmetryOperation> operations = new ArrayList<>();
        for (int row = 0; column != null && row < column.rows(); row++) {
            String text = column.text(row);
            if (text != null) {
                operations.add(parse(column, row, text));
            }
            if (operations.size() > MOST) {
                throw new BadStructureException(
                        column.line(row),
                        column.tag() + ": more than " + MOST + " operations; no space group has so many");
            }
        }
        if (!operations.isEmpty()) {
            return List.of(operations);
        }
        if (block.hasTagWith("_symop_magn") || block.hasTagWith("_symop_ssg")) {
            throw new BadStructureException(
                    block.line(), "the symmetry of magnetic and of modulated structures is not read");
        }
        return NamedSymmetry.of(block, lattice).stream()
                .map(SpaceGroupSetting::operations)
                .toList();
    }

    private static SymmetryOperation parse(CifColumn column, int row, String text) throws BadStructureException {
        try {
            return SymmetryOperation.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new BadStructureException(
                    column.line(row),
                    column.tag() + ": " + Shown.quoted(text) + " is not an operation such as -x, y+1/2, z: "
                            + Shown.text(e.getMessage()));
        }
    }
}
