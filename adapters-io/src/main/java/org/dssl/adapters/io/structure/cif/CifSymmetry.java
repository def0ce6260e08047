package org.dssl.adapters.io.structure.cif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dssl.adapters.io.structure.BadStructureException;

/** The symmetry operations of a block. A block that says nothing of symmetry lists all its atoms: P1. */
final class CifSymmetry {
    private static final String[] OPERATIONS = {"_symmetry_equiv_pos_as_xyz", "_space_group_symop_operation_xyz"};
    private static final String[] SYMBOLS = {
        "_symmetry_space_group_name_h-m",
        "_space_group_name_h-m_alt",
        "_space_group_name_h-m_full",
        "_symmetry_space_group_name_hall",
        "_space_group_name_hall",
        "_symmetry_int_tables_number",
        "_space_group_it_number"
    };

    private CifSymmetry() {}

    static List<SymmetryOperation> of(CifBlock block) throws BadStructureException {
        CifColumn column = block.find(OPERATIONS);
        List<SymmetryOperation> operations = new ArrayList<>();
        for (int row = 0; column != null && row < column.rows(); row++) {
            String text = column.text(row);
            if (text != null) {
                operations.add(parse(column, row, text));
            }
        }
        if (operations.isEmpty()) {
            requireP1(block);
            return List.of(SymmetryOperation.IDENTITY);
        }
        return operations;
    }

    private static SymmetryOperation parse(CifColumn column, int row, String text) throws BadStructureException {
        try {
            return SymmetryOperation.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new BadStructureException(
                    column.line(row),
                    column.tag() + ": \"" + text + "\" is not an operation such as -x, y+1/2, z: " + e.getMessage());
        }
    }

    private static void requireP1(CifBlock block) throws BadStructureException {
        if (block.hasTagWith("_symop_magn") || block.hasTagWith("_symop_ssg")) {
            throw new BadStructureException(
                    block.line(), "the symmetry of magnetic and of modulated structures is not read");
        }
        for (String key : SYMBOLS) {
            String symbol = block.text(key);
            if (symbol != null && !namesP1(symbol)) {
                CifColumn column = block.find(key);
                throw new BadStructureException(
                        column.line(),
                        column.tag() + ": \"" + symbol
                                + "\" comes without symmetry operations. Only P 1 needs none; add " + OPERATIONS[1]
                                + ", or convert the file to P 1");
            }
        }
    }

    private static boolean namesP1(String symbol) {
        String plain = symbol.replace(" ", "").replace("_", "").toLowerCase(Locale.ROOT);
        return plain.equals("p1") || plain.equals("1");
    }
}
