package org.dssl.domain.nn;

import org.dssl.domain.algebra.TensorAlgebra;

/**
 * Gaussians: feature k of x is exp(−½ ((x − c_k) / width)²), centres evenly from low to high.
 *
 * @param centres how many
 */
public record GaussianBasis(double low, double high, int centres, double width) {
    /** Of the released DeeperGATGNN code, for scaled lengths. */
    public static final GaussianBasis DEEPER_GATGNN = new GaussianBasis(0, 1, 50, 0.2);

    /** Of the released CGCNN code, for lengths in Å: exp(−((x − c) / 0.2)²), c = 0, 0.2, …, 8. */
    public static final GaussianBasis CGCNN = new GaussianBasis(0, 8, 41, 0.2 / Math.sqrt(2));

    /** x (R, 1) to (R, centres). */
    public <T> T expand(TensorAlgebra<T> a, T x) {
        double[] centre = new double[centres];
        for (int k = 0; k < centres; k++) {
            centre[k] = low + k * (high - low) / (centres - 1.0);
        }
        T distance = a.scale(a.sub(x, a.constant(centre, 1, centres)), 1 / width);
        return a.exp(a.scale(a.square(distance), -0.5));
    }
}
