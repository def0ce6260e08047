package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
    private final RandomStream random = RandomStream.of(11);

    @Test
    void wholeShellsOfKnownStructuresAreFound() {
        assertShells(TestCrystals.fcc(), 12);
        assertShells(TestCrystals.bcc(), 8 + 6);
        assertShells(TestCrystals.simpleCubic(), 6 + 12);
        assertShells(TestCrystals.diamond(), 4 + 12);
        assertShells(TestCrystals.rocksalt(), 6 + 12);
        assertShells(TestCrystals.caesiumChloride(), 8 + 6);
    }

    private void assertShells(Crystal crystal, int degree) {
        int[] degrees = GraphBuilder.build(crystal, GraphOptions.DEFAULT).degrees();
        for (int found : degrees) {
            assertEquals(degree, found);
        }
    }

    @Test
    void allImagesAreThoseOfABruteForceSearchOnAnyCell() {
        for (int draw = 0; draw < 60; draw++) {
            Crystal crystal = TestCrystals.random(1 + random.nextInt(6), 2 + 4 * random.nextDouble(), random);
            GraphOptions options = new GraphOptions(GraphMode.ALL_IMAGES, 9, 6.0, 1e-4, false);
            CrystalGraph graph = GraphBuilder.build(crystal, options);
            for (int atom = 0; atom < crystal.atoms(); atom++) {
                double[] all = BruteForce.distances(crystal, atom, 6.5);
                double[] expected = all.length <= 9 || all[8] > 6.0
                        ? Arrays.stream(all).filter(d -> d <= 6.0).toArray()
                        : Arrays.stream(all).filter(d -> d <= all[8] + 1e-4).toArray();
                if (expected.length > 0) {
                    assertArrayEquals(expected, lengths(graph, atom), 1e-9);
                }
            }
            assertConsistent(crystal, graph);
        }
    }

    @Test
    void theMinimumImageIsThatOfABruteForceSearchOnAnyCell() {
        for (int draw = 0; draw < 60; draw++) {
            Crystal crystal = TestCrystals.random(2 + random.nextInt(6), 2 + 6 * random.nextDouble(), random);
            GraphOptions options = new GraphOptions(GraphMode.MINIMUM_IMAGE, 3, 5.0, 1e-4, false);
            CrystalGraph graph = GraphBuilder.build(crystal, options);
            for (int atom = 0; atom < crystal.atoms(); atom++) {
                double[] expected = Arrays.stream(BruteForce.minimumImages(crystal, atom))
                        .filter(d -> d <= 5.0)
                        .limit(3)
                        .toArray();
                double[] withLoop = DoubleArrays.prepend(0, expected);
                assertArrayEquals(withLoop, lengths(graph, atom), 1e-9);
            }
            assertConsistent(crystal, graph);
        }
    }

    /** Images, displacements and distances tell the same story, in the promised order, no edge twice. */
    private static void assertConsistent(Crystal crystal, CrystalGraph graph) {
        for (int e = 0; e < graph.edges(); e++) {
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                double[] f = new double[3];
                for (int k = 0; k < 3; k++) {
                    f[k] = crystal.fractional(graph.target()[e], k)
                            + graph.image()[3 * e + k]
                            - crystal.fractional(graph.source()[e], k);
                }
                double component = crystal.lattice().cartesian(f[0], f[1], f[2], axis);
                assertEquals(component, graph.displacement()[3 * e + axis], 1e-9);
                square += component * component;
            }
            assertEquals(Math.sqrt(square), graph.distance()[e], 1e-9);
            if (e > 0 && graph.distance()[e] > 0) {
                assertTrue(Arrays.compare(edge(graph, e - 1), edge(graph, e)) < 0, "order");
            }
            assertEquals(1, graph.edgeMultiplicity()[e]);
        }
        assertArrayEquals(IntStream.range(0, crystal.atoms()).toArray(), graph.representative());
    }

    private static int[] edge(CrystalGraph graph, int e) {
        int[] image = graph.image();
        return new int[] {graph.source()[e], graph.target()[e], image[3 * e], image[3 * e + 1], image[3 * e + 2]};
    }

    private static double[] lengths(CrystalGraph graph, int atom) {
        return IntStream.range(0, graph.edges())
                .filter(e -> graph.source()[e] == atom)
                .mapToDouble(e -> graph.distance()[e])
                .sorted()
                .toArray();
    }

    @Test
    void tiesOfThePaperModeAreCutByAtomOrderAndSelfLoopsComeLast() {
        Crystal salt = TestCrystals.of(TestCrystals.cubic(4), "Na Cl Cl Cl", 0, 0, 0, .5, 0, 0, 0, .5, 0, 0, 0, .5);
        CrystalGraph graph = GraphBuilder.build(salt, new GraphOptions(GraphMode.MINIMUM_IMAGE, 2, 8.0, 1e-4, false));
        assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2, 3, 3, 0, 1, 2, 3}, graph.source());
        assertArrayEquals(new int[] {1, 2, 0, 2, 0, 1, 0, 1, 0, 1, 2, 3}, graph.target());
        assertArrayEquals(new double[4], Arrays.copyOfRange(graph.distance(), 8, 12));
    }

    @Test
    void theReverseOfAnEdgeIsItsNegativeToTheLastDigit() {
        Crystal crystal = TestCrystals.noisy(TestCrystals.supercell(TestCrystals.rutile(), 2, 1, 1), 0.1, random);
        CrystalGraph graph = GraphBuilder.build(crystal, new GraphOptions(GraphMode.ALL_IMAGES, 60, 4.0, 0, false));
        int matched = 0;
        for (int e = 0; e < graph.edges(); e++) {
            int[] wanted = edge(graph, e);
            int[] reverse = {wanted[1], wanted[0], -wanted[2], -wanted[3], -wanted[4]};
            for (int r = 0; r < graph.edges(); r++) {
                if (Arrays.equals(edge(graph, r), reverse)) {
                    matched++;
                    assertEquals(graph.distance()[e], graph.distance()[r], 0.0);
                    assertEquals(graph.displacement()[3 * e], -graph.displacement()[3 * r], 0.0);
                }
            }
        }
        assertEquals(graph.edges(), matched);
    }

    @Test
    void distancesAreInvariantUnderEveryChoiceOfTheSameCrystal() {
        for (Crystal crystal : new Crystal[] {
            TestCrystals.rutile(), TestCrystals.wurtzite(), TestCrystals.noisy(TestCrystals.perovskite(), 0.2, random)
        }) {
            double[][] expected = environments(crystal);
            assertSame(expected, environments(TestCrystals.rotated(crystal, random)), 1);
            assertSame(expected, environments(TestCrystals.translated(crystal, 0.37, -5.21, 0.5)), 1);
            assertSame(expected, environments(TestCrystals.recell(crystal, 1, 0, 0, 7, 1, 0, -3, 5, 1)), 1);
            int[] order = random.permutation(crystal.atoms());
            assertSame(expected, environments(TestCrystals.permuted(crystal, order)), 1);
            assertSame(expected, environments(TestCrystals.supercell(crystal, 2, 3, 1)), 6);
        }
    }

    /** Sorted distances of each atom, element first; the atoms sorted too. */
    private static double[][] environments(Crystal crystal) {
        CrystalGraph graph = GraphBuilder.build(crystal, GraphOptions.DEFAULT);
        double[][] rows = new double[crystal.atoms()][];
        for (int atom = 0; atom < rows.length; atom++) {
            rows[atom] = DoubleArrays.prepend(crystal.atomicNumber(atom), lengths(graph, atom));
        }
        Arrays.sort(rows, GraphBuilderTest::compare);
        return rows;
    }

    /** Lexicographic, equal within noise. */
    private static int compare(double[] one, double[] other) {
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (Math.abs(one[i] - other[i]) > 1e-7) {
                return Double.compare(one[i], other[i]);
            }
        }
        return Integer.compare(one.length, other.length);
    }

    private static void assertSame(double[][] expected, double[][] found, int copies) {
        assertEquals(expected.length * copies, found.length);
        for (int i = 0; i < found.length; i++) {
            assertArrayEquals(expected[i / copies], found[i], 1e-7);
        }
    }

    @Test
    void aLonelyAtomSearchesFartherUpToALimit() {
        Crystal sparse = TestCrystals.of(TestCrystals.cubic(20), "He", 0.3, 0, 0);
        CrystalGraph graph = GraphBuilder.build(sparse, GraphOptions.DEFAULT);
        assertEquals(6 + 12, graph.edges());
        assertEquals(20, Arrays.stream(graph.distance()).min().orElseThrow(), 1e-9);
        Crystal alone = TestCrystals.of(TestCrystals.cubic(100), "He H H", 0.3, 0, 0, .8, .5, .5, .81, .5, .5);
        String message = assertThrows(CrystalException.class, () -> GraphBuilder.build(alone, GraphOptions.DEFAULT))
                .getMessage();
        assertTrue(message.contains("atom 1 (He) has no neighbour within 64 Å"), message);
    }

    @Test
    void aLonelyAtomOfThePaperModeKeepsItsSelfLoopAlone() {
        CrystalGraph graph =
                GraphBuilder.build(TestCrystals.of(TestCrystals.cubic(20), "He", 0, 0, 0), GraphOptions.PAPER);
        assertArrayEquals(new int[] {1}, graph.degrees());
    }

    @Test
    void aShellAtTheRadiusIsWholeOrAbsent() {
        for (double a : new double[] {8.0, 4.0, 8.0 / 3}) {
            Crystal turned = TestCrystals.rotated(TestCrystals.of(TestCrystals.cubic(a), "Po", 0.1, 0.7, 0.3), random);
            GraphOptions options = new GraphOptions(GraphMode.ALL_IMAGES, 1000, 8.0, 1e-4, false);
            int onAxis = (int) Math.round(8 / a);
            int inside = 0;
            for (int i = -onAxis; i <= onAxis; i++) {
                for (int j = -onAxis; j <= onAxis; j++) {
                    for (int k = -onAxis; k <= onAxis; k++) {
                        inside += i * i + j * j + k * k <= onAxis * onAxis ? 1 : 0;
                    }
                }
            }
            assertEquals(inside - 1, GraphBuilder.build(turned, options).edges());
        }
    }

    @Test
    void aHundredThousandAtomsBecomeAGraph() {
        int n = 46;
        Crystal big = TestCrystals.supercell(TestCrystals.fcc(), n, n, n);
        assertEquals(
                12 * n * n * n, GraphBuilder.build(big, GraphOptions.DEFAULT).edges());
    }

    @Test
    void aClusterInAWideVacuumIsSearchedAsFastAsABulk() {
        Lattice wide = TestCrystals.cubic(2000);
        int n = 22;
        double[] fractional = new double[3 * n * n * n];
        StringBuilder symbols = new StringBuilder();
        for (int i = 0; i < n * n * n; i++) {
            fractional[3 * i] = 2.5 * (i % n) / 2000;
            fractional[3 * i + 1] = 2.5 * (i / n % n) / 2000;
            fractional[3 * i + 2] = 2.5 * (i / n / n) / 2000;
            symbols.append("Au ");
        }
        Crystal cluster = TestCrystals.of(wide, symbols.toString().trim(), fractional);
        int[] degrees = GraphBuilder.build(cluster, GraphOptions.DEFAULT).degrees();
        assertEquals(18, degrees[n * n + n + 1 + (n / 2) * (n * n + n + 1)]);
    }
}
