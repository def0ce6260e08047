package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both graph modes against the graphs that the reference implementations made of the same crystals. */
@Tag("parity")
class GraphParityIT {
    private static final double TOLERANCE = 1e-9;

    @Test
    void allImagesAreThoseOfTheReference() {
        forEachCrystal((crystal, graphs) -> {
            JsonNode expected = graphs.get("all_images");
            assertEquals(
                    8.0,
                    Arrays.stream(SharedData.flat(expected.get("radius"))).max().orElseThrow());
            CrystalGraph graph = GraphBuilder.build(crystal, GraphOptions.DEFAULT);
            assertArrayEquals(integers(expected.get("source")), graph.source(), crystal.id());
            assertArrayEquals(integers(expected.get("target")), graph.target(), crystal.id());
            assertArrayEquals(integers(expected.get("image")), graph.image(), crystal.id());
            assertArrayEquals(SharedData.flat(expected.get("distance")), graph.distance(), TOLERANCE, crystal.id());
        });
    }

    @Test
    void minimumImagesAreThoseOfTheReference() {
        forEachCrystal((crystal, graphs) -> {
            JsonNode expected = graphs.get("minimum_image");
            CrystalGraph graph = GraphBuilder.build(crystal, GraphOptions.PAPER);
            int[] source = integers(expected.get("source"));
            int[] target = integers(expected.get("target"));
            double[] distance = SharedData.flat(expected.get("distance"));
            assertArrayEquals(source, graph.source(), crystal.id());
            for (int atom = 0; atom < crystal.atoms(); atom++) {
                String where = crystal.id() + " atom " + atom;
                int[] edges = edges(source, atom);
                if (expected.get("tie_at_cutoff").get(atom).asBoolean()) {
                    assertArrayEquals(sorted(distance, edges), sorted(graph.distance(), edges), TOLERANCE, where);
                } else {
                    assertArrayEquals(at(target, edges), at(graph.target(), edges), where);
                    assertArrayEquals(at(distance, edges), at(graph.distance(), edges), TOLERANCE, where);
                }
            }
        });
    }

    private interface Check {
        void of(Crystal crystal, JsonNode graphs);
    }

    private static void forEachCrystal(Check check) {
        List<Crystal> crystals = SharedData.referenceCrystals();
        Map<String, JsonNode> graphs = SharedData.byId(SharedData.jsonLines("reference/graphs.jsonl.gz"));
        assertEquals(24, crystals.size());
        crystals.forEach(crystal -> check.of(crystal, graphs.get(crystal.id())));
    }

    private static int[] integers(JsonNode arrays) {
        return Arrays.stream(SharedData.flat(arrays)).mapToInt(x -> (int) x).toArray();
    }

    private static int[] edges(int[] source, int atom) {
        return IntStream.range(0, source.length).filter(e -> source[e] == atom).toArray();
    }

    private static int[] at(int[] values, int[] edges) {
        return Arrays.stream(edges).map(e -> values[e]).toArray();
    }

    private static double[] at(double[] values, int[] edges) {
        return Arrays.stream(edges).mapToDouble(e -> values[e]).toArray();
    }

    private static double[] sorted(double[] values, int[] edges) {
        return Arrays.stream(at(values, edges)).sorted().toArray();
    }
}
