package org.dssl.domain.program;

import org.dssl.domain.random.RandomStream;

/** How the initial values of a parameter are drawn. */
public sealed interface Initial {

    double[] draw(int size, RandomStream random);

    record Constant(double value) implements Initial {
        @Override
        public double[] draw(int size, RandomStream random) {
            double[] values = new double[size];
            java.util.Arrays.fill(values, value);
            return values;
        }
    }

    /** Uniform on ±bound. */
    record Uniform(double bound) implements Initial {
        @Override
        public double[] draw(int size, RandomStream random) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = (2 * random.nextDouble() - 1) * bound;
            }
            return values;
        }
    }

    static Initial zeros() {
        return new Constant(0);
    }

    static Initial ones() {
        return new Constant(1);
    }

    /** Glorot uniform: ±√(6 / (fanIn + fanOut)). */
    static Initial glorot(int fanIn, int fanOut) {
        return new Uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
    }

    /** PyTorch's default of a linear layer, weights and bias: ±1/√fanIn. */
    static Initial linear(int fanIn) {
        return new Uniform(1 / Math.sqrt(fanIn));
    }
}
