package org.dssl.adapters.io.structure.cif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.adapters.io.structure.disorder.Occupant;
import org.dssl.adapters.io.structure.disorder.Spot;

/** Decides between origin choices that a block leaves open: by its chemical formula, or not at all. */
final class CifOrigin {
    private static final String FORMULA = "_chemical_formula_sum";
    /** Formulas are rounded, and partly occupied sites too. */
    private static final double SAME = 0.02;

    private CifOrigin() {}

    /** @param found the atoms of each choice that is possible */
    static List<Spot> choose(CifBlock block, List<List<Spot>> found) throws BadStructureException {
        String formula = block.text(FORMULA);
        Map<Integer, Double> wanted = formula == null ? Map.of() : CifElements.counts(formula);
        List<List<Spot>> fitting = new ArrayList<>();
        for (List<Spot> spots : found) {
            if (same(wanted, counts(spots))) {
                fitting.add(spots);
            }
        }
        if (fitting.size() != 1) {
            throw new BadStructureException(
                    block.line(),
                    "the space group has two choices of origin, and the file does not say which it means"
                            + (formula == null
                                    ? ""
                                    : "; " + (fitting.isEmpty() ? "neither" : "each") + " agrees with "
                                            + Shown.text(formula))
                            + ". Write :1 or :2 behind the symbol, or add _space_group_symop_operation_xyz");
        }
        return fitting.get(0);
    }

    private static Map<Integer, Double> counts(List<Spot> spots) {
        Map<Integer, Double> counts = new HashMap<>();
        for (Spot spot : spots) {
            for (Occupant one : spot.occupants()) {
                counts.merge(one.atomicNumber(), one.occupancy(), Double::sum);
            }
        }
        return counts;
    }

    /** Whether two compositions are the same but for a factor. */
    private static boolean same(Map<Integer, Double> a, Map<Integer, Double> b) {
        if (a.isEmpty() || !a.keySet().equals(b.keySet())) {
            return false;
        }
        int first = a.keySet().iterator().next();
        double factor = b.get(first) / a.get(first);
        return a.entrySet().stream()
                .allMatch(one -> Math.abs(b.get(one.getKey()) / (factor * one.getValue()) - 1) <= SAME);
    }
}
