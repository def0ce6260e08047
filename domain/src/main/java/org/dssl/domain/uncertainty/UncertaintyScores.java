package org.dssl.domain.uncertainty;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well claimed standard deviations go with the errors.
 *
 * @param crystals predictions scored
 * @param within share of the errors that are at most one deviation; 0.683 of normal errors
 * @param area of miscalibration, {@link CalibrationCurve#area}
 * @param rmsZ root mean square of error over deviation; 1 if calibrated, larger if the claims are too small
 * @param ence expected normalised calibration error: mean over up to ten bins of equal size, by deviation, of the relative
 *     difference between root mean square error and deviation; 0 if calibrated. Source: Levi et al., Sensors 22:5540 (2022)
 * @param rankCorrelation of |error| and deviation, Spearman's: whether the more uncertain ones are the more wrong ones
 * @param logLikelihood negative, mean, of normal errors
 */
public record UncertaintyScores(
        int crystals,
        double within,
        double area,
        double rmsZ,
        double ence,
        double rankCorrelation,
        double logLikelihood) {
    private static final int BINS = 10;
    private static final int LEAST_IN_BIN = 10;

    public static UncertaintyScores of(Claims claims) {
        double[] distances = claims.distances();
        return new UncertaintyScores(
                claims.size(),
                Arrays.stream(distances).filter(z -> z <= 1).count() / (double) claims.size(),
                new CalibrationCurve(claims).area(),
                rootMeanSquare(distances),
                ence(claims),
                RankCorrelation.of(Arrays.stream(claims.errors()).map(Math::abs).toArray(), claims.deviations()),
                negativeLogLikelihood(claims));
    }

    private static double rootMeanSquare(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(Double.NaN));
    }

    private static double ence(Claims claims) {
        int n = claims.size();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> claims.deviations()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int bins = Math.max(1, Math.min(BINS, n / LEAST_IN_BIN));
        return IntStream.range(0, bins)
                .mapToDouble(bin -> {
                    int[] rows = Arrays.copyOfRange(order, bin * n / bins, (bin + 1) * n / bins);
                    double claimed = rootMeanSquare(at(claims.deviations(), rows));
                    return Math.abs(claimed - rootMeanSquare(at(claims.errors(), rows))) / claimed;
                })
                .average()
                .orElse(Double.NaN);
    }

    private static double[] at(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static double negativeLogLikelihood(Claims claims) {
        return IntStream.range(0, claims.size())
                .mapToDouble(i -> {
                    double s = claims.deviations()[i];
                    double z = claims.errors()[i] / s;
                    return Math.log(2 * Math.PI) / 2 + Math.log(s) + z * z / 2;
                })
                .average()
                .orElse(Double.NaN);
    }
}
