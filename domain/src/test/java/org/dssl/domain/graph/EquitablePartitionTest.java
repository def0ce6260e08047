package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class EquitablePartitionTest {
    private static final RandomStream RANDOM = RandomStream.of(8);
    private static final List<Crystal> CRYSTALS = List.of(
            TestCrystals.cubicRocksalt(),
            TestCrystals.perovskite(),
            TestCrystals.permuted(TestCrystals.supercell(TestCrystals.rutile(), 2, 1, 2), RANDOM.permutation(6 * 4)),
            TestCrystals.wurtzite(),
            TestCrystals.noisy(TestCrystals.cubicRocksalt(), 0.1, RANDOM),
            TestCrystals.random(7, 5, RANDOM));

    /** All a wrong hash could do is to merge; the worst one merges everything. */
    @Test
    void whatAWrongHashMergedIsSplitAgain() {
        for (Crystal crystal : CRYSTALS) {
            for (GraphOptions options : List.of(GraphOptions.DEFAULT, GraphOptions.PAPER)) {
                CrystalGraph graph = GraphBuilder.build(crystal, options);
                int[] lengths = DistanceClasses.of(graph.distance(), 1e-4).of();
                int[] expected =
                        ColourRefinement.colours(graph.source(), graph.target(), lengths, crystal.atomicNumbers());
                int[] found = EquitablePartition.refined(
                        graph.source(), graph.target(), lengths, crystal.atomicNumbers(), new int[graph.atoms()]);
                assertArrayEquals(expected, found);
            }
        }
    }

    @Test
    void anEquitablePartitionStaysAsItIs() {
        CrystalGraph graph = GraphBuilder.build(TestCrystals.perovskite(), GraphOptions.DEFAULT);
        int[] lengths = DistanceClasses.of(graph.distance(), 1e-4).of();
        int[] colour = {0, 1, 2, 2, 2};
        assertSame(colour, EquitablePartition.refined(graph.source(), graph.target(), lengths, new int[5], colour));
    }

    @Test
    void atomsOfOneEnvironmentButTwoFirstColoursAreNotMerged() {
        CrystalGraph graph = GraphBuilder.build(TestCrystals.diamond(), GraphOptions.DEFAULT);
        int[] lengths = DistanceClasses.of(graph.distance(), 1e-4).of();
        int[] found =
                EquitablePartition.refined(graph.source(), graph.target(), lengths, new int[] {14, 32}, new int[2]);
        assertArrayEquals(new int[] {0, 1}, found);
    }
}
