package org.dssl.domain.crystal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dssl.domain.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against every image of every atom, one after the other. */
class PeriodicSearchTest {
    private final RandomStream random = RandomStream.of(5);

    /** Target and image, so that equal rows mean equal sets of neighbours. */
    private static int[][] found(PeriodicSearch search, int hits) {
        int[][] rows = new int[hits][4];
        for (int hit = 0; hit < hits; hit++) {
            search.image(hit, rows[hit], 1);
            rows[hit][0] = search.target(hit);
        }
        Arrays.sort(rows, Arrays::compare);
        return rows;
    }

    private static int[][] bruteForce(Crystal crystal, int atom, double radius) {
        Lattice lattice = crystal.lattice();
        Stream.Builder<int[]> rows = Stream.builder();
        int[] low = new int[3];
        int[] high = new int[3];
        for (int other = 0; other < crystal.atoms(); other++) {
            for (int axis = 0; axis < 3; axis++) {
                double f = crystal.fractional(other, axis) - crystal.fractional(atom, axis);
                low[axis] = (int) Math.floor(-f - radius / lattice.planeSpacing(axis));
                high[axis] = (int) Math.ceil(-f + radius / lattice.planeSpacing(axis));
            }
            for (int a = low[0]; a <= high[0]; a++) {
                for (int b = low[1]; b <= high[1]; b++) {
                    for (int c = low[2]; c <= high[2]; c++) {
                        boolean itself = other == atom && a == 0 && b == 0 && c == 0;
                        if (!itself && distance(crystal, atom, other, a, b, c) <= radius) {
                            rows.add(new int[] {other, a, b, c});
                        }
                    }
                }
            }
        }
        return rows.build().sorted(Arrays::compare).toArray(int[][]::new);
    }

    private static double distance(Crystal crystal, int atom, int other, int a, int b, int c) {
        double[] f = {a, b, c};
        for (int axis = 0; axis < 3; axis++) {
            f[axis] += crystal.fractional(other, axis) - crystal.fractional(atom, axis);
        }
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = crystal.lattice().cartesian(f[0], f[1], f[2], axis);
            square += d * d;
        }
        return Math.sqrt(square);
    }

    private void assertFinds(Crystal crystal, double side, double... radii) {
        PeriodicSearch search = new PeriodicSearch(crystal, side);
        for (double radius : radii) {
            for (int atom = 0; atom < Math.min(8, crystal.atoms()); atom++) {
                int hits = search.within(atom, radius);
                assertArrayEquals(bruteForce(crystal, atom, radius), found(search, hits));
                double[] displacement = new double[3];
                for (int hit = 0; hit < hits; hit++) {
                    search.displacement(hit, displacement, 0);
                    double square = Arrays.stream(displacement).map(d -> d * d).sum();
                    assertEquals(square, search.squared(hit), 1e-12 * square);
                    int[] image = new int[3];
                    search.image(hit, image, 0);
                    double length = distance(crystal, atom, search.target(hit), image[0], image[1], image[2]);
                    assertEquals(length, Math.sqrt(square), 1e-9);
                }
            }
        }
    }

    /** Few images and many, in one run and by bins; radii that grow and shrink again. */
    @ParameterizedTest
    @ValueSource(doubles = {0.9, 2.5, 30})
    void everyImageWithinTheRadiusIsFoundInAnyCell(double side) {
        for (int draw = 0; draw < 40; draw++) {
            double edge = Math.exp(5 * random.nextDouble()); // 1 … 148 Å
            int atoms = 1 + random.nextInt(edge > 4 ? 40 : 3);
            double radius = 1.5 + 6 * random.nextDouble();
            assertFinds(TestCrystals.random(atoms, edge, random), side, radius, 1.3 * radius, 0.5 * radius);
        }
    }

    @Test
    void imagesAreThoseOfTheCellAsGivenHoweverSkew() {
        Crystal skew = TestCrystals.recell(TestCrystals.rutile(), 1, 0, 0, 9, 1, 0, -4, 7, 1);
        assertFinds(skew, 2.5, 3, 6);
        assertFinds(TestCrystals.translated(skew, 17.3, -40.9, 0.2), 2.5, 3, 6);
    }

    @Test
    void atomsFarApartInVacuumAreFound() {
        Crystal pair = TestCrystals.of(TestCrystals.cubic(900), "H H H", 0, 0, 0, 0.999, 0, 0, 0.5, 0.5, 0.5);
        assertFinds(pair, 2.5, 0.8, 1, 2);
    }

    @Test
    void manyAtomsInVacuumAreSearchedByBins() {
        int n = 1500;
        double[] fractional = IntStream.range(0, 3 * n)
                .mapToDouble(i -> 0.02 * random.nextDouble() - 0.01)
                .toArray();
        PeriodicSearch search = new PeriodicSearch(TestCrystals.cubic(1000), fractional, 2.5);
        int found = 0;
        int expected = 0;
        for (int i = 0; i < n; i += 100) {
            found += search.within(i, 2);
            for (int other = 0; other < n; other++) {
                double square = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double d = 1000 * (fractional[3 * i + axis] - fractional[3 * other + axis]);
                    square += d * d;
                }
                expected += other != i && square <= 4 ? 1 : 0;
            }
        }
        assertEquals(expected, found);
    }
}
