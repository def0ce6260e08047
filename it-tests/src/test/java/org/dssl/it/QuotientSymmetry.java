package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.graph.CrystalGraph;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.Quotient;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quotient belongs to the crystal, not to the cell, the order and the place that describe it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuotientSymmetry {
    private static final GraphOptions GRAPH = GraphOptions.DEFAULT;

    private final RandomStream random = RandomStream.of(2);

    abstract List<Crystal> crystals();

    /** Rows of the new lattice vectors in terms of the old. */
    @ParameterizedTest
    @ValueSource(strings = {"2 0 0 0 1 0 0 0 1", "2 0 0 0 2 0 0 0 1", "1 1 0 -1 1 0 0 0 1", "1 0 1 0 2 -1 1 0 2"})
    void aSupercellHasTheQuotientOfItsCell(String matrix) {
        int[] rows =
                Arrays.stream(matrix.split(" ")).mapToInt(Integer::parseInt).toArray();
        for (Crystal crystal : crystals()) {
            assertSameQuotient(crystal, TestCrystals.recell(crystal, rows));
        }
    }

    @Test
    void translatedRotatedAndPermutedCrystalsHaveTheSameQuotient() {
        for (Crystal crystal : crystals()) {
            assertSameQuotient(crystal, TestCrystals.translated(crystal, 0.137, -0.61, 2.3));
            assertSameQuotient(crystal, TestCrystals.rotated(crystal, random));
            assertSameQuotient(crystal, TestCrystals.permuted(crystal, random.permutation(crystal.atoms())));
        }
    }

    /**
     * Noise leaves each atom alone. Two opposite images of one atom still have one length, which no noise changes; so
     * their edges stay one, and without such edges the graph is its own quotient.
     */
    @Test
    void noiseRemovesTheQuotient() {
        for (Crystal crystal : crystals()) {
            Crystal noisy = TestCrystals.noisy(TestCrystals.supercell(crystal, 2, 2, 1), 0.2, random);
            CrystalGraph graph = GraphBuilder.build(noisy, GRAPH);
            CrystalGraph quotient = quotient(noisy);
            assertEquals(noisy.atoms(), quotient.atoms(), crystal.id());
            for (int e = 0; e < quotient.edges(); e++) {
                boolean ownImage = quotient.source()[e] == quotient.target()[e];
                assertTrue(ownImage || quotient.edgeMultiplicity()[e] == 1, crystal.id() + " edge " + e);
            }
            if (IntStream.range(0, graph.edges()).noneMatch(e -> graph.source()[e] == graph.target()[e])) {
                assertSame(graph, Quotient.of(graph, noisy.atomicNumbers(), GRAPH.tolerance()));
            }
        }
    }

    private static CrystalGraph quotient(Crystal crystal) {
        return Quotient.of(GraphBuilder.build(crystal, GRAPH), crystal.atomicNumbers(), GRAPH.tolerance());
    }

    /** Side by side as one graph, two crystals have the classes of each, with atoms in proportion. */
    private static void assertSameQuotient(Crystal one, Crystal other) {
        CrystalGraph first = GraphBuilder.build(one, GRAPH);
        CrystalGraph second = GraphBuilder.build(other, GRAPH);
        int[] numbers = concatenated(one.atomicNumbers(), other.atomicNumbers(), 0);
        CrystalGraph both = Quotient.of(sideBySide(first, second), numbers, GRAPH.tolerance());
        CrystalGraph ofOne = quotient(one);
        CrystalGraph ofOther = quotient(other);
        int copies = other.atoms() / one.atoms();
        assertEquals(both.atoms(), ofOne.atoms(), one.id() + ": classes of atoms");
        assertEquals(both.atoms(), ofOther.atoms(), one.id() + ": classes of atoms");
        assertEquals(both.edges(), ofOne.edges(), one.id() + ": classes of edges");
        assertEquals(both.edges(), ofOther.edges(), one.id() + ": classes of edges");
        for (int c = 0; c < both.atoms(); c++) {
            assertEquals((1 + copies) * ofOne.atomMultiplicity()[c], both.atomMultiplicity()[c], one.id());
        }
        for (int e = 0; e < both.edges(); e++) {
            assertEquals(ofOne.edgeMultiplicity()[e], both.edgeMultiplicity()[e], one.id());
        }
    }

    /** Two graphs as one, without an edge between them. */
    private static CrystalGraph sideBySide(CrystalGraph one, CrystalGraph other) {
        int atoms = one.atoms() + other.atoms();
        int[] ones = new int[one.edges() + other.edges()];
        Arrays.fill(ones, 1);
        return new CrystalGraph(
                atoms,
                concatenated(one.source(), other.source(), one.atoms()),
                concatenated(one.target(), other.target(), one.atoms()),
                concatenated(one.image(), other.image(), 0),
                concatenated(one.distance(), other.distance()),
                concatenated(one.displacement(), other.displacement()),
                Arrays.copyOf(ones, atoms),
                ones,
                IntStream.range(0, atoms).toArray(),
                IntStream.range(0, ones.length).toArray(),
                one.angles());
    }

    private static int[] concatenated(int[] one, int[] other, int shift) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other).map(i -> i + shift))
                .toArray();
    }

    private static double[] concatenated(double[] one, double[] other) {
        double[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
