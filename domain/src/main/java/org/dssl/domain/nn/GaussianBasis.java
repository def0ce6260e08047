package org.dssl.domain.nn;

import java.util.List;
import java.util.stream.IntStream;
import org.dssl.domain.algebra.TensorAlgebra;

/**
 * Gaussians: feature k of x is exp(−γ·(x − c_k)²).
 *
 * @param centres c_k, in the unit of x
 * @param gamma γ, in the unit of 1/x²
 */
public record GaussianBasis(List<Double> centres, double gamma) {
    /** On lengths scaled to 0 … 1, of the released DeeperGATGNN code: exp(−½·((x − c)/0.2)²). */
    public static final GaussianBasis DEEPER_GATGNN = even(50, 0, 1, 12.5);
    /** On lengths in Å, of ALIGNN. */
    public static final GaussianBasis ALIGNN_LENGTHS = bySpacing(80, 0, 8);
    /** On cosines, of ALIGNN. */
    public static final GaussianBasis ALIGNN_COSINES = bySpacing(40, -1, 1);
    /** On lengths in Å, of CGCNN: exp(−((x − c)/0.2)²). */
    public static final GaussianBasis CGCNN = even(41, 0, 8, 25);

    /** On lengths in Å, of MEGNet, but to 8 Å instead of 5: exp(−((x − c)/0.5)²). */
    public static final GaussianBasis MEGNET = even(100, 0, 8, 4);

    /** Centres evenly from {@code low} to {@code high}, both included. */
    public static GaussianBasis even(int centres, double low, double high, double gamma) {
        return new GaussianBasis(
                IntStream.range(0, centres)
                        .mapToObj(k -> low + k * (high - low) / (centres - 1))
                        .toList(),
                gamma);
    }

    /** With γ = 1/spacing, the number alone: ALIGNN does not square it. */
    private static GaussianBasis bySpacing(int centres, double low, double high) {
        return even(centres, low, high, (centres - 1) / (high - low));
    }

    /** x (R, 1) to (R, centres). */
    public <T> T expand(TensorAlgebra<T> a, T x) {
        double[] centre = centres.stream().mapToDouble(Double::doubleValue).toArray();
        // In standard deviations first: results to the bit hang on the order of these factors.
        T deviation = a.scale(a.sub(x, a.constant(centre, 1, centre.length)), Math.sqrt(2 * gamma));
        return a.exp(a.scale(a.square(deviation), -0.5));
    }
}
