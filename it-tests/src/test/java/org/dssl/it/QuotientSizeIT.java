package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Quotient;
import org.junit.jupiter.api.Test;

/** How far real crystals shrink. */
class QuotientSizeIT {

    @Test
    void bondsAndAnglesOfElasticityCrystalsShrinkManyTimes() {
        GraphOptions options = GraphOptions.DEFAULT.withAngles(true);
        double[] full = new double[3];
        double[] quotient = new double[3];
        SharedData.jsonLines("data/elasticity_dev.jsonl.gz").stream()
                .limit(100)
                .map(QuotientSizeIT::crystal)
                .forEach(crystal -> {
                    CrystalGraph graph = GraphBuilder.build(crystal, options);
                    count(graph, full);
                    count(Quotient.of(graph, crystal.atomicNumbers(), options.tolerance()), quotient);
                });
        System.out.printf(
                "quotient of 100 elasticity crystals: atoms %.0f → %.0f (%.1f ×), bonds %.0f → %.0f (%.1f ×), "
                        + "angles %.0f → %.0f (%.1f ×)%n",
                full[0],
                quotient[0],
                full[0] / quotient[0],
                full[1],
                quotient[1],
                full[1] / quotient[1],
                full[2],
                quotient[2],
                full[2] / quotient[2]);
        assertTrue(full[0] > 2 * quotient[0] && full[1] > 6 * quotient[1] && full[2] > 8 * quotient[2]);
    }

    private static void count(CrystalGraph graph, double[] counts) {
        counts[0] += graph.atoms();
        counts[1] += graph.edges();
        counts[2] += graph.angles().count();
    }

    private static Crystal crystal(JsonNode line) {
        double[] cell = SharedData.flat(line.get("cell"));
        int[] numbers = new int[line.get("elements").size()];
        for (int atom = 0; atom < numbers.length; atom++) {
            numbers[atom] =
                    Elements.number(line.get("elements").get(atom).asText()).orElseThrow();
        }
        Lattice lattice = Lattice.ofParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
        return new Crystal(line.get("id").asText(), lattice, numbers, SharedData.flat(line.get("frac")), Map.of());
    }
}
