package org.dssl.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Quotient;
import org.dssl.domain.graph.Shrinkage;
import org.dssl.ports.out.StructureProblem;

/** A line per structure, what could not be used, and last the sum of all. */
final class InspectionSummary {
    private final GraphOptions options;
    private final StringBuilder text = new StringBuilder();
    private Shrinkage sum = Shrinkage.NONE;
    private int structures;

    InspectionSummary(GraphOptions options) {
        this.options = options;
    }

    void add(Crystal crystal) {
        CrystalGraph full = GraphBuilder.build(crystal, options);
        Shrinkage size = Shrinkage.of(full, Quotient.of(full, crystal.atomicNumbers(), options.tolerance()));
        sum = sum.plus(size);
        structures++;
        text.append(String.format(" %-20s %-16s %s%n", crystal.id(), formula(crystal), size.text()));
    }

    String text(List<StructureProblem> problems) {
        for (StructureProblem problem : problems) {
            text.append(String.format(" %s  %s. Skipped%n", problem.place(), problem.reason()));
        }
        if (structures + problems.size() > 1) {
            String skipped = problems.isEmpty() ? "" : String.format(", %,d skipped", problems.size());
            text.append(String.format(" %,d structures%s: %s%n", structures, skipped, sum.text()));
        }
        return text.toString();
    }

    /** Atoms of the cell, elements in the order of their first atoms: {@code Na4Cl4}. */
    private static String formula(Crystal crystal) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int atom = 0; atom < crystal.atoms(); atom++) {
            counts.merge(Elements.symbol(crystal.atomicNumber(atom)), 1, Integer::sum);
        }
        StringBuilder formula = new StringBuilder();
        counts.forEach((element, count) -> formula.append(element).append(count == 1 ? "" : count));
        return formula.toString();
    }
}
