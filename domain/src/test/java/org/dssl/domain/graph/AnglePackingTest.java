package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Angles of a batch: absolute indices, and one row per distinct cosine of a crystal. */
class AnglePackingTest {
    private static final GraphOptions GRAPHS = GraphOptions.DEFAULT.withAngles(true);
    private static final FeatureOptions FEATURES = FeatureOptions.of(GRAPHS, false, false);

    private static GraphPacker.Item item(Crystal crystal, boolean quotient) {
        CrystalGraph graph = GraphBuilder.build(crystal, GRAPHS);
        int[] colours = crystal.atomicNumbers();
        return new GraphPacker.Item(crystal, quotient ? Quotient.of(graph, colours, GRAPHS.tolerance()) : graph, null);
    }

    private static Feeds packed(GraphPacker.Item... items) {
        Feeds feeds = new Feeds();
        new GraphPacker(FEATURES).pack(List.of(items), "", feeds);
        return feeds;
    }

    @Test
    void indicesCountOverTheBatch() {
        GraphPacker.Item[] items = {
            item(TestCrystals.perovskite(), true),
            item(TestCrystals.random(5, 5, RandomStream.of(3)), false),
            item(TestCrystals.wurtzite(), false)
        };
        Feeds feeds = packed(items);
        int[] cosineOf = feeds.index("angle.cosine.of").ids();
        double[] cosines = feeds.numbers("angle.cosine").values();
        int edges = 0;
        int at = 0;
        for (GraphPacker.Item item : items) {
            Angles angles = item.graph().angles();
            for (int a = 0; a < angles.count(); a++, at++) {
                assertEquals(edges + angles.from()[a], feeds.index("angle.from").ids()[at]);
                assertEquals(edges + angles.into()[a], feeds.index("angle.into").ids()[at]);
                assertEquals(
                        angles.multiplicity()[a],
                        feeds.numbers("angle.multiplicity").values()[at]);
                assertEquals(angles.cosine()[a], cosines[cosineOf[at]], GRAPHS.tolerance());
            }
            edges += item.graph().edges();
        }
        assertEquals(at, cosineOf.length);
        assertEquals(edges, feeds.index("angle.from").range());
        assertEquals(cosines.length, feeds.index("angle.cosine.of").range());
    }

    @Test
    void aGraphAndItsQuotientHaveTheSameCosines() {
        double[] full = packed(item(TestCrystals.rutile(), false))
                .numbers("angle.cosine")
                .values();
        double[] quotient = packed(item(TestCrystals.rutile(), true))
                .numbers("angle.cosine")
                .values();
        assertEquals(full.length, quotient.length);
        for (int i = 0; i < full.length; i++) {
            assertEquals(full[i], quotient[i], 1e-12);
        }
    }

    @Test
    void aGraphWithoutAnglesIsRefused() {
        CrystalGraph graph = GraphBuilder.build(TestCrystals.fcc(), GraphOptions.DEFAULT);
        GraphPacker.Item item = new GraphPacker.Item(TestCrystals.fcc(), graph, null);
        String message =
                assertThrows(IllegalArgumentException.class, () -> packed(item)).getMessage();
        assertTrue(message.contains("angles"), message);
    }
}
