package org.dssl.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.Shrinkage;

/** The quotient of an inspected graph: how far it shrinks, its classes of atoms, and the edges between classes. */
final class InspectedQuotient {
    private InspectedQuotient() {}

    static Map<String, Object> of(Crystal crystal, CrystalGraph full, CrystalGraph quotient, double tolerance) {
        Shrinkage size = Shrinkage.of(full, quotient);
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("atoms", count(size.atoms(), size.quotientAtoms()));
        counts.put("edges", count(size.edges(), size.quotientEdges()));
        if (size.angles() > 0) {
            counts.put("angles", count(size.angles(), size.quotientAngles()));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tolerance", tolerance);
        tree.put("counts", counts);
        tree.put("classes", classes(crystal, quotient));
        // Sources and targets are classes; images those of the first edge of its kind.
        tree.put("edges", Inspection.edges(quotient));
        return tree;
    }

    private static Map<String, Object> count(long full, long computed) {
        Map<String, Object> count = new LinkedHashMap<>();
        count.put("full", full);
        count.put("quotient", computed);
        return count;
    }

    private static List<Map<String, Object>> classes(Crystal crystal, CrystalGraph quotient) {
        List<Map<String, Object>> classes = new ArrayList<>();
        for (int c = 0; c < quotient.atoms(); c++) {
            int site = quotient.representative()[c];
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("class", c);
            tree.put("element", Elements.symbol(crystal.atomicNumber(site)));
            tree.put("representative", site);
            tree.put("multiplicity", quotient.atomMultiplicity()[c]);
            classes.add(tree);
        }
        return classes;
    }
}
