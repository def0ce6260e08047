package org.dssl.domain.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UncertaintyScoresTest {

    /** Errors that are normal with deviations of their own, claimed by a factor too small or too large. */
    private static Claims normal(int n, double claimed) {
        Random random = new Random(5);
        double[] errors = new double[n];
        double[] deviations = new double[n];
        for (int i = 0; i < n; i++) {
            double deviation = Math.exp(random.nextGaussian());
            errors[i] = deviation * random.nextGaussian();
            deviations[i] = claimed * deviation;
        }
        return new Claims(errors, deviations);
    }

    /** Written by scripts/make_calibration_reference.py. */
    @ParameterizedTest
    @CsvFileSource(resources = "scores.csv", numLinesToSkip = 1)
    void scoresAreThoseOfScipy(String score, double value) throws IOException {
        Claims claims = reference();
        UncertaintyScores scores = UncertaintyScores.of(claims);
        double found =
                switch (score) {
                    case "within" -> scores.within();
                    case "area" -> scores.area();
                    case "rms-z" -> scores.rmsZ();
                    case "ence" -> scores.ence();
                    case "rank-correlation" -> scores.rankCorrelation();
                    case "negative-log-likelihood" -> scores.logLikelihood();
                    default -> Rescaling.factor(claims);
                };
        assertEquals(137, scores.crystals());
        assertEquals(value, found, score.equals("area") ? 1e-6 : 1e-12 * Math.abs(value), score);
    }

    private static Claims reference() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                UncertaintyScoresTest.class.getResourceAsStream("claims.csv"), StandardCharsets.UTF_8))) {
            List<String[]> rows =
                    lines.lines().skip(1).map(line -> line.split(",")).toList();
            return new Claims(column(rows, 0), column(rows, 1));
        }
    }

    private static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.5, 0.3829249225480262",
        "1, 0.6826894921370859",
        "1.959963984540054, 0.95",
        "3, 0.9973002039367398",
        "6, 0.9999999980268246",
        "50, 1",
        "Infinity, 1"
    })
    void theNormalDistributionIsThatOfTables(double z, double probability) {
        assertEquals(probability, Normal.within(z), 1e-14);
    }

    @Test
    void trueDeviationsAreCalibrated() {
        Claims claims = normal(100_000, 1);
        UncertaintyScores scores = UncertaintyScores.of(claims);
        assertEquals(0, scores.area(), 0.004);
        assertEquals(1, scores.rmsZ(), 0.01);
        assertEquals(0, scores.ence(), 0.02);
        assertEquals(0.6827, scores.within(), 0.005);
        assertEquals(1, Rescaling.factor(claims), 0.01);
        // Of a normal variable: ½ log(2πe) + E log σ, here 0.
        assertEquals(0.5 * Math.log(2 * Math.PI * Math.E), scores.logLikelihood(), 0.02);
        CalibrationCurve curve = new CalibrationCurve(claims);
        for (double level : new double[] {0.05, 0.5, 0.95}) {
            assertEquals(level, curve.observed(level), 0.006);
        }
    }

    /** The mean of the curve is P(|Z| ≤ c |W|) of two normal variables, (2/π) arctan c; the diagonal's is ½. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 2, 4})
    void wrongDeviationsAreMeasuredAndSetRight(double claimed) {
        Claims claims = normal(100_000, claimed);
        UncertaintyScores scores = UncertaintyScores.of(claims);
        assertEquals(Math.abs(2 / Math.PI * Math.atan(claimed) - 0.5), scores.area(), 0.004);
        assertEquals(1 / claimed, scores.rmsZ(), 0.01 / claimed);
        assertEquals(Math.abs(1 - 1 / claimed), scores.ence(), 0.03 / claimed);
        double factor = Rescaling.factor(claims);
        assertEquals(1 / claimed, factor, 0.01 / claimed);
        UncertaintyScores rescaled = UncertaintyScores.of(claims.scaled(factor));
        assertEquals(0, rescaled.area(), 0.006);
        assertEquals(0.6827, rescaled.within(), 0.002);
        assertEquals(scores.rankCorrelation(), rescaled.rankCorrelation(), 1e-12);
        assertTrue(rescaled.logLikelihood() < scores.logLikelihood());
    }

    /** Whatever the errors' distribution is: coverage of crystals drawn alike. */
    @Test
    void theFactorHoldsItsLevelForErrorsThatAreNotNormal() {
        Random random = new Random(3);
        int covered = 0;
        int draws = 4_000;
        for (int d = 0; d < draws; d++) {
            double[] errors = random.doubles(31).map(u -> 1 / (1 - u)).toArray();
            Claims fitted = new Claims(Arrays.copyOf(errors, 30), ones(30));
            covered += errors[30] <= Rescaling.factor(fitted) ? 1 : 0;
        }
        double expected = Math.ceil(31 * Rescaling.LEVEL) / 31;
        assertEquals(expected, covered / (double) draws, 0.025);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void fewOrCertainClaimsGiveNoFactor() {
        assertTrue(Double.isNaN(Rescaling.factor(new Claims(new double[] {1, 2}, ones(2)))));
        assertTrue(Double.isNaN(Rescaling.factor(new Claims(new double[] {1, 2, 3}, new double[3]))));
        assertEquals(3, Rescaling.factor(new Claims(new double[] {-3, 2, 1}, ones(3))));
        assertEquals(0.5, new CalibrationCurve(new Claims(new double[] {1}, new double[1])).area(), 1e-15);
        assertEquals(0.5, new CalibrationCurve(new Claims(new double[] {0}, new double[1])).area(), 1e-15);
    }

    @Test
    void unknownValuesAreLeftOut() {
        Claims claims =
                Claims.of(new double[] {1, Double.NaN, 3}, new double[] {2, 2, 1}, new double[] {0.1, 0.2, 0.3});
        assertEquals(2, claims.size());
        assertEquals(-2, claims.errors()[1]);
        assertEquals(0.3, claims.deviations()[1]);
    }
}
