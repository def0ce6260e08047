package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class LineGraphTest {
    private final RandomStream random = RandomStream.of(23);

    private static CrystalGraph graph(Crystal crystal) {
        return GraphBuilder.build(crystal, GraphOptions.DEFAULT.withAngles(true));
    }

    private List<Crystal> crystals() {
        List<Crystal> crystals = new ArrayList<>(List.of(
                TestCrystals.fcc(), TestCrystals.cubicRocksalt(), TestCrystals.rutile(), TestCrystals.wurtzite()));
        for (int draw = 0; draw < 20; draw++) {
            crystals.add(TestCrystals.random(1 + random.nextInt(6), 3 + 3 * random.nextDouble(), random));
        }
        return crystals;
    }

    /** (source, target, image) of edge e, turned round if asked, in a form that sorts as edges do. */
    private static String edge(CrystalGraph graph, int e, boolean turned) {
        int sign = turned ? -1 : 1;
        int source = turned ? graph.target()[e] : graph.source()[e];
        int target = turned ? graph.source()[e] : graph.target()[e];
        int[] i = Arrays.copyOfRange(graph.image(), 3 * e, 3 * e + 3);
        return String.format(
                "%03d %03d %03d %03d %03d", source, target, 500 + sign * i[0], 500 + sign * i[1], 500 + sign * i[2]);
    }

    @Test
    void bothDirectionsAreTheNeighboursAndTheirReversesInOrder() {
        for (Crystal crystal : crystals()) {
            for (GraphMode mode : GraphMode.values()) {
                GraphOptions options = new GraphOptions(mode, 7, 8, 1e-4, false);
                CrystalGraph oneSided = GraphBuilder.build(crystal, options);
                Set<String> expected = new TreeSet<>();
                for (int e = 0; e < oneSided.edges(); e++) {
                    if (oneSided.distance()[e] > 0) {
                        expected.add(edge(oneSided, e, false));
                        expected.add(edge(oneSided, e, true));
                    }
                }
                CrystalGraph both = GraphBuilder.build(crystal, options.withAngles(true));
                assertEquals(
                        List.copyOf(expected),
                        IntStream.range(0, both.edges())
                                .mapToObj(e -> edge(both, e, false))
                                .toList());
                assertGeometry(crystal, both);
            }
        }
    }

    /** Displacements lead from the source to the target's image, as long as the distance says. */
    private static void assertGeometry(Crystal crystal, CrystalGraph graph) {
        for (int e = 0; e < graph.edges(); e++) {
            double[] expected = position(crystal, graph.target()[e], graph.image(), 3 * e);
            double[] origin = position(crystal, graph.source()[e], new int[3], 0);
            double squares = 0;
            for (int axis = 0; axis < 3; axis++) {
                expected[axis] -= origin[axis];
                squares += expected[axis] * expected[axis];
            }
            assertArrayEquals(expected, Arrays.copyOfRange(graph.displacement(), 3 * e, 3 * e + 3), 1e-9);
            assertEquals(Math.sqrt(squares), graph.distance()[e], 1e-9);
        }
    }

    private static double[] position(Crystal crystal, int atom, int[] image, int at) {
        double a = crystal.fractional(atom, 0) + image[at];
        double b = crystal.fractional(atom, 1) + image[at + 1];
        double c = crystal.fractional(atom, 2) + image[at + 2];
        double[] position = new double[3];
        Arrays.setAll(position, axis -> crystal.lattice().cartesian(a, b, c, axis));
        return position;
    }

    @Test
    void everyBondThatEndsWhereAnotherBeginsLeadsIntoIt() {
        for (Crystal crystal : crystals()) {
            CrystalGraph graph = graph(crystal);
            Angles angles = graph.angles();
            int at = 0;
            for (int into = 0; into < graph.edges(); into++) {
                for (int from = 0; from < graph.edges(); from++) {
                    if (graph.source()[from] == graph.target()[into]) {
                        assertEquals(from, angles.from()[at]);
                        assertEquals(into, angles.into()[at]);
                        assertEquals(1, angles.multiplicity()[at++]);
                    }
                }
            }
            assertEquals(angles.count(), at);
        }
    }

    /** With the vertex in the origin's cell: cos θ = (a² + b² − c²) / 2ab, c the distance of the far ends. */
    @Test
    void cosinesObeyTheLawOfCosines() {
        for (Crystal crystal : crystals()) {
            CrystalGraph graph = graph(crystal);
            Angles angles = graph.angles();
            for (int at = 0; at < angles.count(); at++) {
                int from = angles.from()[at];
                int into = angles.into()[at];
                int[] turned = IntStream.range(0, 3)
                        .map(axis -> -graph.image()[3 * into + axis])
                        .toArray();
                double[] k = position(crystal, graph.target()[from], graph.image(), 3 * from);
                double[] j = position(crystal, graph.source()[into], turned, 0);
                double squares = IntStream.range(0, 3)
                        .mapToDouble(axis -> (k[axis] - j[axis]) * (k[axis] - j[axis]))
                        .sum();
                double a = graph.distance()[from];
                double b = graph.distance()[into];
                assertEquals((a * a + b * b - squares) / (2 * a * b), angles.cosine()[at], 1e-9);
                assertTrue(Math.abs(angles.cosine()[at]) <= 1);
            }
        }
    }

    @Test
    void aBondOfAClosePackedMetalMeetsTheTwelveKnownAngles() {
        CrystalGraph graph = graph(TestCrystals.fcc());
        assertEquals(12, graph.edges());
        assertEquals(12 * 12, graph.angles().count());
        double[] intoOne =
                Arrays.stream(graph.angles().cosine(), 0, 12).sorted().toArray();
        double[] known = {-1, -.5, -.5, -.5, -.5, 0, 0, .5, .5, .5, .5, 1};
        assertArrayEquals(known, intoOne, 1e-12);
    }

    @Test
    void aSupercellHasTheAnglesOfItsCellThatManyTimes() {
        for (Crystal crystal : List.of(TestCrystals.fcc(), TestCrystals.rutile(), TestCrystals.wurtzite())) {
            double[] one = graph(crystal).angles().cosine();
            double[] many =
                    graph(TestCrystals.supercell(crystal, 2, 1, 3)).angles().cosine();
            double[] expected = IntStream.range(0, 6 * one.length)
                    .mapToDouble(i -> one[i % one.length])
                    .sorted()
                    .toArray();
            assertArrayEquals(expected, Arrays.stream(many).sorted().toArray(), 1e-9);
        }
    }
}
