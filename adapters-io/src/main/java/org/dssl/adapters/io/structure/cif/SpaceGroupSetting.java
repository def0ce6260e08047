package org.dssl.adapters.io.structure.cif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dssl.domain.crystal.Lattice;

/**
 * A space group with a choice of axes and origin.
 *
 * @param choice {@code b1}, {@code 2}, {@code H}, {@code 2cab}: axes, cell or origin, as spglib names them; may be empty
 * @param names Hermann-Mauguin symbols without blanks
 * @param order number of operations within a cell
 */
record SpaceGroupSetting(
        int number, String choice, String hall, List<String> names, int order, List<SymmetryOperation> generators) {
    /** How far the images of a cell's vectors may differ in length from them, relative: cells are rounded. */
    private static final double METRIC = 0.01;

    /** A line of {@code space_groups.csv}. */
    static SpaceGroupSetting parse(String line) {
        String[] parts = line.split(";", -1);
        return new SpaceGroupSetting(
                Integer.parseInt(parts[0]),
                parts[1],
                parts[2],
                List.of(parts[3].split(" ")),
                Integer.parseInt(parts[4]),
                Arrays.stream(parts[5].split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(SymmetryOperation::parse)
                        .toList());
    }

    /** The origin choice, 1 or 2; 0 if the group has but one. */
    int origin() {
        return choice.startsWith("1") ? 1 : choice.startsWith("2") ? 2 : 0;
    }

    /** The choice without that of the origin. */
    String axes() {
        return origin() == 0 ? choice : choice.substring(1);
    }

    /** Whether the cell has the symmetry: the rotations map it onto itself. */
    boolean fits(Lattice lattice) {
        return generators.stream().allMatch(operation -> operation.keeps(lattice, METRIC));
    }

    /** All operations of a cell, the identity first. */
    List<SymmetryOperation> operations() {
        List<SymmetryOperation> all = new ArrayList<>(order);
        Set<String> known = new HashSet<>();
        all.add(SymmetryOperation.IDENTITY);
        known.add(SymmetryOperation.IDENTITY.key());
        for (int next = 0; next < all.size(); next++) {
            for (SymmetryOperation generator : generators) {
                SymmetryOperation product = generator.after(all.get(next));
                if (known.add(product.key())) {
                    all.add(product);
                }
            }
        }
        return all;
    }

    /** {@code F d -3 m :2}, as a CIF would name it. */
    String title() {
        return names.get(0) + (choice.isEmpty() ? "" : ":" + choice);
    }
}
