package org.dssl.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {
    private static final double CLOSE = 1e-10;

    @Test
    void pointsInAPlaneHaveTheAxesOfTheirEllipse() {
        // Along (3, 4)/5 from (1, 2): ±5; across it: ±1. With n − 1 the variances are 50/3 and 2/3.
        double[][] rows = {{4, 6}, {-2, -2}, {0.2, 2.6}, {1.8, 1.4}};
        PrincipalComponents found = PrincipalComponents.of(rows, 2);
        assertArrayEquals(new double[] {1, 2}, found.mean(), CLOSE);
        assertArrayEquals(new double[] {50 / 3.0, 2 / 3.0}, found.variances(), CLOSE);
        assertArrayEquals(new double[] {0.6, 0.8}, found.directions()[0], CLOSE);
        assertArrayEquals(new double[] {0.8, -0.6}, found.directions()[1], CLOSE);
        assertArrayEquals(new double[] {5, 0}, found.project(rows[0]), CLOSE);
        assertEquals(50 / 52.0, found.explained(0), CLOSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 40})
    void directionsAreOrthogonalAndOfLengthOne(int columns) {
        double[][] directions =
                PrincipalComponents.of(cloud(60, columns), columns).directions();
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                assertEquals(i == j ? 1 : 0, dot(directions[i], directions[j]), CLOSE);
            }
        }
    }

    @Test
    void coordinatesAreUncorrelatedWithTheVariancesInFallingOrder() {
        double[][] rows = cloud(200, 12);
        PrincipalComponents found = PrincipalComponents.of(rows, 12);
        double[][] scores = Arrays.stream(rows).map(found::project).toArray(double[][]::new);
        for (int i = 0; i < 12; i++) {
            assertTrue(i == 0 || found.variances()[i] <= found.variances()[i - 1]);
            for (int j = 0; j <= i; j++) {
                int a = i;
                int b = j;
                double covariance =
                        Arrays.stream(scores).mapToDouble(s -> s[a] * s[b]).sum() / 199;
                assertEquals(i == j ? found.variances()[i] : 0, covariance, 1e-8 * found.total());
            }
        }
        assertEquals(found.total(), Arrays.stream(found.variances()).sum(), 1e-9 * found.total());
    }

    @Test
    void noDirectionHasMoreVarianceThanTheFirst() {
        double[][] rows = cloud(50, 6);
        PrincipalComponents found = PrincipalComponents.of(rows, 1);
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            double[] direction = random.doubles(6, -1, 1).toArray();
            double length = Math.sqrt(dot(direction, direction));
            double variance = Arrays.stream(rows)
                            .mapToDouble(row -> {
                                double[] centred = new double[6];
                                Arrays.setAll(centred, i -> row[i] - found.mean()[i]);
                                return Math.pow(dot(direction, centred) / length, 2);
                            })
                            .sum()
                    / 49;
            assertTrue(variance <= found.variances()[0] * (1 + 1e-12));
        }
    }

    @Test
    void theLargestEntryOfADirectionIsPositive() {
        for (double[] direction : PrincipalComponents.of(cloud(80, 9), 9).directions()) {
            double low = Arrays.stream(direction).min().orElseThrow();
            assertTrue(Arrays.stream(direction).max().orElseThrow() >= -low);
        }
        double[][] falling = {{1, -2}, {-1, 2}};
        assertArrayEquals(
                new double[] {-1 / Math.sqrt(5), 2 / Math.sqrt(5)},
                PrincipalComponents.of(falling, 1).directions()[0],
                CLOSE);
    }

    @Test
    void equalVariancesAndEqualRowsAreNoTrouble() {
        double[][] square = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
        PrincipalComponents round = PrincipalComponents.of(square, 2);
        assertArrayEquals(new double[] {2 / 3.0, 2 / 3.0}, round.variances(), CLOSE);
        assertEquals(0, dot(round.directions()[0], round.directions()[1]), CLOSE);

        PrincipalComponents still = PrincipalComponents.of(new double[][] {{3, 1}, {3, 1}, {3, 1}}, 2);
        assertArrayEquals(new double[] {0, 0}, still.project(new double[] {3, 1}), CLOSE);
        assertEquals(0, still.explained(0));
    }

    @Test
    void fewerRowsThanColumnsLeaveTheRestWithoutVariance() {
        PrincipalComponents found = PrincipalComponents.of(cloud(3, 8), 4);
        assertTrue(found.variances()[1] > 0);
        assertArrayEquals(new double[] {0, 0}, Arrays.copyOfRange(found.variances(), 2, 4), 1e-12 * found.total());
    }

    @Test
    void moreComponentsThanColumnsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PrincipalComponents.of(cloud(5, 2), 3));
    }

    /** Columns of very different spread, turned into one another. */
    private static double[][] cloud(int rows, int columns) {
        Random random = new Random(rows + columns);
        double[][] mixing = new double[columns][];
        Arrays.setAll(mixing, i -> random.doubles(columns, -1, 1).toArray());
        double[][] cloud = new double[rows][columns];
        for (double[] row : cloud) {
            for (int k = 0; k < columns; k++) {
                double value = random.nextGaussian() / (1 + k * k);
                for (int i = 0; i < columns; i++) {
                    row[i] += value * mixing[k][i];
                }
            }
        }
        return cloud;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
