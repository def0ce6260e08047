package org.dssl.domain.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.crystal.Elements;
import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.program.Feeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AtomColumnsTest {
    private static final int IRON = 26;
    private static final int HYDROGEN = 1;
    private static final int DEGREE = 5;

    private static ElementColumn property(String name) {
        return ElementColumn.named(name).orElseThrow();
    }

    private static AtomColumns columns(ElementFeatures element, boolean degree, String... properties) {
        return new AtomColumns(
                Optional.ofNullable(element),
                degree,
                Stream.of(properties).map(AtomColumnsTest::property).toList());
    }

    /** @param number 0 is masked */
    private static double[] row(AtomColumns columns, int number) {
        double[] row = new double[columns.count()];
        new AtomRows(columns).write(number, DEGREE, row, 0);
        return row;
    }

    private static double[] oneHot(int length, int... at) {
        double[] row = new double[length];
        Arrays.stream(at).forEach(k -> row[k] = 1);
        return row;
    }

    static Stream<AtomColumns> all() {
        String[] every = ElementColumn.names().toArray(String[]::new);
        return Stream.of(ElementFeatures.ONE_HOT, ElementFeatures.PROPERTIES, null)
                .flatMap(element -> Stream.of(false, true).map(degree -> columns(element, degree, every)));
    }

    @Test
    void withoutPropertiesTheLayoutIsElementDegreeAndMaskFlag() {
        AtomColumns released = AtomColumns.of(ElementFeatures.ONE_HOT, true);
        assertArrayEquals(oneHot(115, IRON - 1, 100 + DEGREE), row(released, IRON));
        assertArrayEquals(oneHot(115, 100 + DEGREE, 114), row(released, 0));
        assertArrayEquals(oneHot(101, IRON - 1), row(AtomColumns.of(ElementFeatures.ONE_HOT, false), IRON));
        assertArrayEquals(oneHot(101, 100), row(AtomColumns.of(ElementFeatures.ONE_HOT, false), 0));
        assertEquals(92, AtomColumns.of(ElementFeatures.PROPERTIES, false).count());
        assertArrayEquals(oneHot(106, 92 + DEGREE), row(AtomColumns.of(ElementFeatures.PROPERTIES, true), 0));
    }

    @Test
    void ironHasItsStandardisedStiffnessAndItsBlockBehindTheDegree() {
        AtomColumns columns = columns(ElementFeatures.ONE_HOT, true, "atomic-stiffness", "block");
        // s, p, d, f by name: d, f, p, s.
        double[] row = row(columns, IRON);
        assertEquals(100 + 14 + 2 + 4 + 1, row.length);
        double[] expected = oneHot(row.length, IRON - 1, 100 + DEGREE, 116);
        ElementColumn stiffness = property("atomic-stiffness");
        expected[114] = (13.03 - stiffness.mean()) / stiffness.spread();
        assertArrayEquals(expected, row, 1e-12);
        assertTrue(Math.abs(row[114]) > 0.1, "iron is not the mean");
    }

    @Test
    void knownValuesHaveMeanZeroAndSpreadOne() {
        AtomColumns columns = columns(null, false, "atomic-stiffness");
        double[] known = IntStream.rangeClosed(1, Elements.KNOWN)
                .mapToObj(z -> row(columns, z))
                .filter(row -> row[1] == 0)
                .mapToDouble(row -> row[0])
                .toArray();
        assertEquals(property("atomic-stiffness").known(), known.length);
        assertEquals(0, Arrays.stream(known).average().orElseThrow(), 1e-12);
        assertEquals(1, Arrays.stream(known).map(v -> v * v).average().orElseThrow(), 1e-12);
    }

    @Test
    void anUnknownNumberIsAFlagAndAnUnknownClassNone() {
        assertArrayEquals(
                new double[] {0, 1, 0},
                row(columns(null, false, "atomic-stiffness"), HYDROGEN),
                "value, unknown, masked");
        int cerium = 58;
        double[] group = row(columns(null, false, "group"), cerium);
        assertArrayEquals(new double[18 + 1], group, "f elements have no group");
    }

    @Test
    void aNumberThatEveryElementHasNeedsNoFlag() {
        Map<String, Double> values = new HashMap<>();
        IntStream.rangeClosed(1, Elements.KNOWN).forEach(z -> values.put(Elements.symbol(z), (double) z));
        ElementColumn number = ElementColumn.ofNumbers("number", "", values);
        AtomColumns columns = new AtomColumns(Optional.empty(), false, List.of(number));
        assertEquals(1 + 1, columns.count());
        assertArrayEquals(new double[] {(HYDROGEN - 50.5) / number.spread(), 0}, row(columns, HYDROGEN), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMaskedAtomShowsItsDegreeAndNothingElse(AtomColumns columns) {
        double[] masked = row(columns, 0);
        List<Integer> ones = new ArrayList<>();
        if (columns.degree()) {
            ones.add(columns.beforeDegree() + DEGREE);
        }
        if (columns.maskFlag()) {
            ones.add(columns.count() - 1);
        }
        assertArrayEquals(
                oneHot(
                        columns.count(),
                        ones.stream().mapToInt(Integer::intValue).toArray()),
                masked);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noElementLooksMasked(AtomColumns columns) {
        double[] masked = row(columns, 0);
        for (int z = 1; z <= Elements.KNOWN; z++) {
            assertTrue(!Arrays.equals(masked, row(columns, z)), Elements.symbol(z));
        }
    }

    @Test
    void withoutElementAndPropertiesThereIsNothing() {
        assertThrows(IllegalArgumentException.class, () -> columns(null, true));
    }

    @Test
    void rowsOfABatchFollowTheAtomsInAnyOrder() {
        AtomColumns columns = columns(null, false, "electronegativity", "period");
        double[] forth = packed(columns, 11, 17);
        double[] back = packed(columns, 17, 11);
        int n = columns.count();
        assertEquals(2 * n, forth.length);
        assertArrayEquals(row(columns, 11), Arrays.copyOf(forth, n));
        assertArrayEquals(Arrays.copyOf(forth, n), Arrays.copyOfRange(back, n, 2 * n));
        assertArrayEquals(Arrays.copyOfRange(forth, n, 2 * n), Arrays.copyOf(back, n));
    }

    private static double[] packed(AtomColumns columns, int... numbers) {
        Crystal crystal = new Crystal(
                "salt",
                Lattice.ofParameters(4, 4, 4, 60, 60, 60),
                numbers,
                new double[] {0, 0, 0, .5, .5, .5},
                Map.of());
        CrystalGraph graph = GraphBuilder.build(crystal, GraphOptions.DEFAULT);
        FeatureOptions options =
                FeatureOptions.of(GraphOptions.DEFAULT, false, false).withAtoms(columns);
        Feeds feeds = new Feeds();
        new GraphPacker(options).pack(List.of(new GraphPacker.Item(crystal, graph, null)), "", feeds);
        return feeds.numbers("atom.features").values();
    }
}
