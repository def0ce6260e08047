package org.dssl.domain.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.EdgeSubset;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class EdgeDroppingTest {
    private static final GraphOptions ANGLES = GraphOptions.DEFAULT.withAngles(true);
    private final RandomStream random = RandomStream.of(4);

    private CrystalGraph graph(GraphOptions options) {
        return GraphBuilder.build(TestCrystals.random(6, 5, RandomStream.of(1)), options);
    }

    private static Set<List<Integer>> bonds(CrystalGraph graph, int sign) {
        Set<List<Integer>> bonds = new HashSet<>();
        for (int e = 0; e < graph.edges(); e++) {
            int from = sign > 0 ? graph.source()[e] : graph.target()[e];
            int to = sign > 0 ? graph.target()[e] : graph.source()[e];
            int[] image = Arrays.stream(graph.image(), 3 * e, 3 * e + 3)
                    .map(i -> sign * i)
                    .toArray();
            bonds.add(List.of(from, to, image[0], image[1], image[2]));
        }
        return bonds;
    }

    /** A graph with both directions of every bond keeps them together. */
    @Test
    void bothDirectionsOfABondGoTogether() {
        CrystalGraph graph = graph(ANGLES);
        CrystalGraph rest = EdgeSubset.without(graph, new EdgeDropping(0.3).draw(graph, random));
        assertEquals(bonds(rest, 1), bonds(rest, -1));
        assertEquals(Math.round(0.7 * graph.edges() / 2), rest.edges() / 2, 1);
    }

    @Test
    void anglesOfDroppedBondsAreGone() {
        CrystalGraph graph = graph(ANGLES);
        CrystalGraph rest = EdgeSubset.without(graph, new EdgeDropping(0.5).draw(graph, random));
        assertTrue(rest.angles().count() > 0
                && rest.angles().count() < graph.angles().count());
        assertTrue(Arrays.stream(rest.angles().from()).allMatch(e -> e < rest.edges()));
    }

    @Test
    void selfLoopsOfThePaperStay() {
        CrystalGraph graph = graph(GraphOptions.PAPER);
        CrystalGraph rest = EdgeSubset.without(graph, new EdgeDropping(1).draw(graph, random));
        assertEquals(graph.atoms(), rest.edges());
        assertTrue(Arrays.stream(rest.distance()).allMatch(length -> length == 0));
    }

    @Test
    void noneIsDroppedAtZero() {
        CrystalGraph graph = graph(GraphOptions.DEFAULT);
        boolean[] dropped = new EdgeDropping(0).draw(graph, random);
        assertEquals(graph.edges(), EdgeSubset.without(graph, dropped).edges());
    }
}
