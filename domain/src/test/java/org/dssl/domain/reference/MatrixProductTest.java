package org.dssl.domain.reference;

import static org.dssl.domain.testing.TensorAssertions.assertClose;

import org.dssl.domain.random.RandomStream;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixProductTest {

    /** Inner sizes below, at and beyond the block, with and without a rest of the unrolled loop. */
    @ParameterizedTest
    @CsvSource({"3, 1, 2", "2, 5, 1", "1, 64, 3", "5, 67, 4", "4, 130, 7", "3, 0, 2", "0, 3, 2"})
    void agreesWithTheDefinition(int m, int k, int n) {
        double[] a = numbers(m * k, 1);
        double[] b = numbers(k * n, 2);
        double[] expected = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p++) {
                    expected[i * n + j] += a[i * k + p] * b[p * n + j];
                }
            }
        }
        assertClose(expected, MatrixProduct.multiply(a, b, m, k, n), Tolerance.of(1e-13), "product");
    }

    private static double[] numbers(int size, long seed) {
        RandomStream random = RandomStream.of(seed);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextDouble() - 0.5;
        }
        return values;
    }
}
