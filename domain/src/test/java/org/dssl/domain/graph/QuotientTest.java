package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

class QuotientTest {
    private static final double TOLERANCE = 1e-4;
    private final RandomStream random = RandomStream.of(5);

    private static CrystalGraph graph(Crystal crystal) {
        return GraphBuilder.build(crystal, GraphOptions.DEFAULT);
    }

    private static CrystalGraph quotient(Crystal crystal) {
        return Quotient.of(graph(crystal), crystal.atomicNumbers(), TOLERANCE);
    }

    @Test
    void prototypesHaveTheClassesOfTheirSites() {
        assertQuotient(TestCrystals.fcc(), 1, 1);
        assertQuotient(TestCrystals.bcc(), 1, 2);
        assertQuotient(TestCrystals.diamond(), 1, 2);
        assertQuotient(TestCrystals.cubicRocksalt(), 2, 4);
        assertQuotient(TestCrystals.caesiumChloride(), 2, 4);
        // Sr: 12 O; Ti: 6 O, 8 Sr; O: 2 Ti, 4 Sr, 8 O
        assertQuotient(TestCrystals.perovskite(), 3, 1 + 2 + 3);
        assertEquals(2, quotient(TestCrystals.rutile()).atoms());
        assertEquals(2, quotient(TestCrystals.wurtzite()).atoms());
    }

    private static void assertQuotient(Crystal crystal, int atoms, int edges) {
        CrystalGraph quotient = quotient(crystal);
        assertEquals(atoms, quotient.atoms());
        assertEquals(edges, quotient.edges());
    }

    @Test
    void multiplicitiesCountTheWholeCrystal() {
        Crystal crystal = TestCrystals.perovskite();
        CrystalGraph quotient = quotient(crystal);
        assertArrayEquals(new int[] {1, 1, 3}, quotient.atomMultiplicity());
        assertArrayEquals(new int[] {0, 1, 2}, quotient.representative());
        int[] full = graph(crystal).degrees();
        int[] degrees = quotient.degrees();
        for (int c = 0; c < quotient.atoms(); c++) {
            assertEquals(full[quotient.representative()[c]], degrees[c]);
        }
    }

    @Test
    void aRepresentativeEdgeKeepsItsImageAndDisplacement() {
        CrystalGraph full = graph(TestCrystals.cubicRocksalt());
        CrystalGraph quotient = quotient(TestCrystals.cubicRocksalt());
        for (int i = 0; i < quotient.edges(); i++) {
            double[] d = Arrays.copyOfRange(quotient.displacement(), 3 * i, 3 * i + 3);
            double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
            assertEquals(length, quotient.distance()[i], TOLERANCE);
            int[] image = Arrays.copyOfRange(quotient.image(), 3 * i, 3 * i + 3);
            int source = quotient.representative()[quotient.source()[i]];
            assertTrue(IntStream.range(0, full.edges())
                    .anyMatch(e -> full.source()[e] == source
                            && Arrays.equals(image, Arrays.copyOfRange(full.image(), 3 * e, 3 * e + 3))
                            && Arrays.equals(d, Arrays.copyOfRange(full.displacement(), 3 * e, 3 * e + 3))));
        }
    }

    @Test
    void thePartitionIsEquitableAndTheCoarsestOne() {
        for (Crystal crystal : crystals()) {
            CrystalGraph graph = graph(crystal);
            int[] colour = Quotient.classes(graph, crystal.atomicNumbers(), TOLERANCE);
            DistanceClasses lengths = DistanceClasses.of(graph.distance(), TOLERANCE);
            Map<Integer, Map<Long, Integer>> environmentOf = new HashMap<>();
            for (int atom = 0; atom < graph.atoms(); atom++) {
                Map<Long, Integer> environment = new HashMap<>();
                environment.put(-1L, crystal.atomicNumber(atom));
                for (int e = 0; e < graph.edges(); e++) {
                    if (graph.source()[e] == atom) {
                        long key = 1000L * lengths.of()[e] + colour[graph.target()[e]];
                        environment.merge(key, 1, Integer::sum);
                    }
                }
                Map<Long, Integer> known = environmentOf.putIfAbsent(colour[atom], environment);
                assertTrue(known == null || known.equals(environment));
            }
            assertEquals(
                    environmentOf.size(),
                    environmentOf.values().stream().distinct().count());
        }
    }

    private Crystal[] crystals() {
        return new Crystal[] {
            TestCrystals.cubicRocksalt(),
            TestCrystals.perovskite(),
            TestCrystals.supercell(TestCrystals.rutile(), 2, 1, 2),
            TestCrystals.wurtzite(),
            TestCrystals.noisy(TestCrystals.diamond(), 0.1, random),
            TestCrystals.random(7, 5, random)
        };
    }

    @Test
    void aSupercellHasTheQuotientOfItsPrimitiveCell() {
        for (Crystal crystal : crystals()) {
            CrystalGraph one = quotient(crystal);
            CrystalGraph many = quotient(TestCrystals.supercell(crystal, 3, 1, 2));
            assertEquals(describe(one, 6), describe(many, 1));
        }
    }

    @Test
    void permutedAtomsHaveTheSameQuotient() {
        Crystal crystal = TestCrystals.supercell(TestCrystals.rutile(), 2, 1, 1);
        Crystal permuted = TestCrystals.permuted(crystal, random.permutation(crystal.atoms()));
        assertEquals(describe(quotient(crystal), 1), describe(quotient(permuted), 1));
    }

    /** Per atom: multiplicity and counted lengths with the multiplicity of their targets, order of atoms left out. */
    private static Map<String, Integer> describe(CrystalGraph graph, int times) {
        Map<String, Integer> atoms = new HashMap<>();
        for (int atom = 0; atom < graph.atoms(); atom++) {
            int of = atom;
            String[] edges = IntStream.range(0, graph.edges())
                    .filter(e -> graph.source()[e] == of)
                    .mapToObj(e -> String.format(
                            "%.4f×%d to %d",
                            graph.distance()[e] + 1e-6,
                            graph.edgeMultiplicity()[e],
                            times * graph.atomMultiplicity()[graph.target()[e]]))
                    .sorted()
                    .toArray(String[]::new);
            atoms.merge(times * graph.atomMultiplicity()[atom] + Arrays.toString(edges), 1, Integer::sum);
        }
        return atoms;
    }

    @Test
    void noiseBeyondTheToleranceLeavesNothingToCollapse() {
        Crystal crystal = TestCrystals.noisy(TestCrystals.supercell(TestCrystals.perovskite(), 2, 1, 1), 0.2, random);
        CrystalGraph graph = graph(crystal);
        assertSame(graph, Quotient.of(graph, crystal.atomicNumbers(), 1e-9));
    }

    @Test
    void noiseWithinTheToleranceChangesNothing() {
        Crystal noisy = TestCrystals.noisy(TestCrystals.cubicRocksalt(), 1e-6, random);
        assertEquals(2, quotient(noisy).atoms());
    }

    @Test
    void initialColoursSplitClasses() {
        Crystal crystal = TestCrystals.cubicRocksalt();
        int[] colours = crystal.atomicNumbers();
        colours[0] += 1000; // one Na is masked: itself, its antipode, the other Na, and two kinds of Cl remain
        int[] classes = Quotient.classes(graph(crystal), colours, TOLERANCE);
        assertArrayEquals(new int[] {0, 1, 1, 1, 2, 3, 3, 3}, classes);
        int[] alike = new int[8];
        assertArrayEquals(new int[8], Quotient.classes(graph(crystal), alike, TOLERANCE));
    }

    @Test
    void selfLoopsOfThePaperModeStayOnePerClass() {
        CrystalGraph graph = GraphBuilder.build(TestCrystals.caesiumChloride(), GraphOptions.PAPER);
        CrystalGraph quotient = Quotient.of(graph, new int[2], TOLERANCE);
        assertEquals(1, quotient.atoms());
        assertArrayEquals(new int[] {1, 1}, quotient.edgeMultiplicity());
        assertEquals(0, quotient.distance()[1]);
    }

    @Test
    void noLengthsOfAClassDifferByMoreThanTheTolerance() {
        double[] lengths = {3.00000, 1.0, 3.00009, 3.00012, 2.0, 3.00010, 1.0};
        DistanceClasses classes = DistanceClasses.of(lengths, 1.0e-4 + 1e-12);
        assertArrayEquals(new int[] {2, 0, 2, 3, 1, 2, 0}, classes.of());
        assertArrayEquals(new double[] {1, 2, 3.0000633333333333, 3.00012}, classes.mean(), 1e-12);
    }
}
