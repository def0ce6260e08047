package org.dssl.domain.reference;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.dssl.domain.algebra.Index;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;

/** A loss on forces needs derivatives by weights of a derivative by positions. */
class SecondDerivativeTest {
    private static final ReferenceAlgebra RECORDING = ReferenceAlgebra.recording();
    private static final int[] SOURCE = {0, 0, 1, 1, 2, 2, 3};
    private static final int[] TARGET = {1, 2, 0, 3, 0, 3, 1};
    private static final double[] POSITIONS = numbers("positions", 12);
    private static final double[] FORCES = numbers("forces", 12);

    private static double[] numbers(String name, int size) {
        RandomStream random = RandomStream.of(5).split(name);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = 4 * random.nextDouble() - 2;
        }
        return values;
    }

    /** Σ over bonds of a small network of the length; the forces are −∂E/∂r. */
    private static Tensor forces(Tensor positions, Tensor first, Tensor second) {
        Index source = RECORDING.index(SOURCE, 4);
        Index target = RECORDING.index(TARGET, 4);
        Tensor bond = RECORDING.sub(RECORDING.gather(positions, target), RECORDING.gather(positions, source));
        Tensor length = RECORDING.sqrt(RECORDING.sumColumns(RECORDING.square(bond)));
        Tensor hidden = RECORDING.tanh(RECORDING.matmul(length, first));
        Tensor ones = RECORDING.constant(new double[] {1, 1, 1, 1, 1, 1, 1}, 7, 1);
        Tensor shares = RECORDING.segmentSoftmax(hidden, ones, source);
        Tensor gated = RECORDING.mul(RECORDING.silu(hidden), shares);
        Tensor atoms = RECORDING.softplus(RECORDING.segmentSum(RECORDING.matmul(gated, second), source));
        Tensor energy = RECORDING.sumTo(
                RECORDING.logSoftmax(RECORDING.div(atoms, RECORDING.shift(atoms, 3))), new int[] {1, 1});
        return RECORDING.neg(RECORDING.gradients(energy, List.of(positions)).get(positions));
    }

    private static Tensor loss(Tensor positions, Tensor first, Tensor second) {
        Tensor wanted = RECORDING.constant(FORCES, 4, 3);
        Tensor error = RECORDING.sub(forces(positions, first, second), wanted);
        return RECORDING.sumTo(RECORDING.square(error), new int[] {1, 1});
    }

    @Test
    void gradientOfAForceLossAgreesWithFiniteDifferences() {
        double[] first = numbers("first", 5);
        double[] second = numbers("second", 10);
        Tensor firstVariable = RECORDING.variable(first, 1, 5);
        Tensor positions = RECORDING.variable(POSITIONS, 4, 3);
        Tensor loss = loss(positions, firstVariable, RECORDING.constant(second, 5, 2));
        double[] gradient = RECORDING
                .gradients(loss, List.of(firstVariable))
                .get(firstVariable)
                .values();

        double[] expected = new double[first.length];
        double h = 1e-5;
        for (int i = 0; i < first.length; i++) {
            expected[i] = (lossAt(first, i, h, second) - lossAt(first, i, -h, second)) / (2 * h);
        }
        assertClose(expected, gradient, new Tolerance(1e-7, 1e-8), "gradient by the first layer");
    }

    private static double lossAt(double[] first, int i, double change, double[] second) {
        double[] moved = first.clone();
        moved[i] += change;
        Tensor positions = RECORDING.variable(POSITIONS, 4, 3);
        return loss(positions, RECORDING.constant(moved, 1, 5), RECORDING.constant(second, 5, 2))
                .value();
    }

    @Test
    void thirdDerivativeOfACubeIsSix() {
        Tensor x = RECORDING.variable(new double[] {1.7}, 1, 1);
        Tensor y = RECORDING.mul(x, RECORDING.square(x));
        for (double expected : new double[] {3 * 1.7 * 1.7, 6 * 1.7, 6}) {
            y = RECORDING.gradients(y, List.of(x)).get(x);
            assertEquals(expected, y.value(), 1e-12);
        }
    }

    @Test
    void gradientComputedWithoutRecordingIsAConstant() {
        Tensor x = RECORDING.variable(new double[] {1.7}, 1, 1);
        Tensor gradient = ReferenceAlgebra.withoutGradients()
                .gradients(RECORDING.square(x), List.of(x))
                .get(x);
        assertFalse(gradient.isTracked());
    }
}
