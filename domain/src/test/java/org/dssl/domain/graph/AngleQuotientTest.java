package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;

/** The quotient of graphs with angles. */
class AngleQuotientTest {
    private static final double TOLERANCE = 1e-4;
    private final RandomStream random = RandomStream.of(7);

    private static CrystalGraph graph(Crystal crystal) {
        return GraphBuilder.build(crystal, GraphOptions.DEFAULT.withAngles(true));
    }

    private static CrystalGraph quotient(Crystal crystal) {
        return Quotient.of(graph(crystal), crystal.atomicNumbers(), TOLERANCE);
    }

    private List<Crystal> crystals() {
        return List.of(
                TestCrystals.cubicRocksalt(),
                TestCrystals.perovskite(),
                TestCrystals.supercell(TestCrystals.rutile(), 2, 1, 2),
                TestCrystals.wurtzite(),
                TestCrystals.noisy(TestCrystals.diamond(), 0.1, random),
                TestCrystals.random(7, 5, random));
    }

    @Test
    void closePackedAtomsHaveOneBondAndOneAnglePerCosine() {
        CrystalGraph fcc = quotient(TestCrystals.supercell(TestCrystals.fcc(), 2, 2, 2));
        assertArrayEquals(new int[] {8}, fcc.atomMultiplicity());
        assertArrayEquals(new int[] {12}, fcc.edgeMultiplicity());
        Map<Long, Integer> counts = new HashMap<>();
        for (int a = 0; a < fcc.angles().count(); a++) {
            counts.put(Math.round(2 * fcc.angles().cosine()[a]), fcc.angles().multiplicity()[a]);
        }
        assertEquals(Map.of(-2L, 1, -1L, 4, 0L, 2, 1L, 4, 2L, 1), counts);
    }

    @Test
    void thePartitionOfAtomsAndBondsIsEquitableAndTheCoarsestOne() {
        for (Crystal crystal : crystals()) {
            CrystalGraph graph = graph(crystal);
            int[] lengths = DistanceClasses.of(graph.distance(), TOLERANCE).of();
            int[] cosines =
                    DistanceClasses.of(graph.angles().cosine(), TOLERANCE).of();
            BondRefinement colours = BondRefinement.of(graph, lengths, cosines, crystal.atomicNumbers());
            Map<Integer, Object> atoms = new HashMap<>();
            for (int atom = 0; atom < graph.atoms(); atom++) {
                int of = atom;
                assertKnown(
                        atoms,
                        colours.atoms()[atom],
                        List.of(
                                crystal.atomicNumber(atom),
                                count(
                                        IntStream.range(0, graph.edges()).filter(e -> graph.source()[e] == of),
                                        e -> List.of(colours.bonds()[e], colours.atoms()[graph.target()[e]]))));
            }
            Map<Integer, Object> bonds = new HashMap<>();
            Angles angles = graph.angles();
            for (int bond = 0; bond < graph.edges(); bond++) {
                int of = bond;
                assertKnown(
                        bonds,
                        colours.bonds()[bond],
                        List.of(
                                lengths[bond],
                                colours.atoms()[graph.source()[bond]],
                                colours.atoms()[graph.target()[bond]],
                                count(
                                        IntStream.range(0, angles.count()).filter(a -> angles.into()[a] == of),
                                        a -> List.of(cosines[a], colours.bonds()[angles.from()[a]]))));
            }
            assertEquals(atoms.size(), atoms.values().stream().distinct().count());
            assertEquals(bonds.size(), bonds.values().stream().distinct().count());
        }
    }

    private static void assertKnown(Map<Integer, Object> environments, int colour, Object environment) {
        Object known = environments.putIfAbsent(colour, environment);
        assertTrue(known == null || known.equals(environment));
    }

    private interface Member {
        Object of(int index);
    }

    private static Map<Object, Integer> count(IntStream indices, Member member) {
        Map<Object, Integer> counts = new HashMap<>();
        indices.forEach(i -> counts.merge(member.of(i), 1, Integer::sum));
        return counts;
    }

    @Test
    void multiplicitiesCountTheWholeCrystal() {
        for (Crystal crystal : crystals()) {
            CrystalGraph full = graph(crystal);
            CrystalGraph quotient = quotient(crystal);
            assertEquals(
                    full.atoms(), Arrays.stream(quotient.atomMultiplicity()).sum());
            int bonds = 0;
            for (int e = 0; e < quotient.edges(); e++) {
                bonds += bonds(quotient, e);
            }
            assertEquals(full.edges(), bonds);
            int angles = 0;
            for (int a = 0; a < quotient.angles().count(); a++) {
                angles += bonds(quotient, quotient.angles().into()[a])
                        * quotient.angles().multiplicity()[a];
            }
            assertEquals(full.angles().count(), angles);
        }
    }

    private static int bonds(CrystalGraph graph, int e) {
        return graph.atomMultiplicity()[graph.source()[e]] * graph.edgeMultiplicity()[e];
    }

    @Test
    void anglesLeadFromABondsEndIntoTheNext() {
        for (Crystal crystal : crystals()) {
            CrystalGraph quotient = quotient(crystal);
            Angles angles = quotient.angles();
            for (int a = 0; a < angles.count(); a++) {
                assertEquals(quotient.source()[angles.from()[a]], quotient.target()[angles.into()[a]]);
                assertTrue(a == 0 || angles.into()[a] >= angles.into()[a - 1]);
            }
        }
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

    /** Per bond: multiplicities, length, and its counted cosines; the order left out. */
    private static Map<Object, Integer> describe(CrystalGraph graph, int times) {
        Angles angles = graph.angles();
        long[] lengths = classMeans(graph, graph.distance());
        long[] cosines = classMeans(graph, angles.cosine());
        return count(
                IntStream.range(0, graph.edges()),
                e -> List.of(
                        times * graph.atomMultiplicity()[graph.source()[e]],
                        times * graph.atomMultiplicity()[graph.target()[e]],
                        graph.edgeMultiplicity()[e],
                        lengths[e],
                        count(
                                IntStream.range(0, angles.count()).filter(a -> angles.into()[a] == e),
                                a -> List.of(cosines[a], angles.multiplicity()[a]))));
    }

    /** A graph of which nothing collapsed still has its single values. */
    private static long[] classMeans(CrystalGraph graph, double[] values) {
        boolean whole = Arrays.stream(graph.atomMultiplicity()).allMatch(m -> m == 1);
        DistanceClasses classes = DistanceClasses.of(values, whole ? TOLERANCE : 0);
        return Arrays.stream(classes.of())
                .mapToLong(of -> rounded(classes.mean()[of]))
                .toArray();
    }

    /** Off the grid of round numbers, on which symmetric values lie. */
    private static long rounded(double value) {
        return Math.round(1e6 * value + 0.2137);
    }

    @Test
    void noiseBeyondTheToleranceLeavesNothingToCollapse() {
        Crystal crystal = TestCrystals.noisy(TestCrystals.supercell(TestCrystals.perovskite(), 2, 1, 1), 0.2, random);
        CrystalGraph graph = graph(crystal);
        assertSame(graph, Quotient.of(graph, crystal.atomicNumbers(), 1e-9));
    }

    @Test
    void initialColoursSplitBondsToo() {
        Crystal crystal = TestCrystals.cubicRocksalt();
        int[] colours = crystal.atomicNumbers();
        colours[0] += 1000;
        CrystalGraph whole = quotient(crystal);
        CrystalGraph split = Quotient.of(graph(crystal), colours, TOLERANCE);
        assertEquals(4, whole.edges());
        assertTrue(
                split.edges() > whole.edges() && split.edges() < graph(crystal).edges());
        assertArrayEquals(new int[] {1, 3, 1, 3}, split.atomMultiplicity());
    }
}
