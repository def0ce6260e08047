package org.dssl.plugins.pretext;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.reference.ReferenceAlgebra;
import org.dssl.domain.reference.Tensor;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisedContrastTest {
    private static final Tolerance EXACT = new Tolerance(1e-10, 1e-10);
    private static final Tolerance BY_DIFFERENCES = new Tolerance(1e-6, 1e-7);
    private static final int COLUMNS = 4;
    private static final int CLASSES = 3;

    /** A class of three, a class of two, a single crystal. */
    private static final int[] SYSTEMS = {0, 1, 0, 2, 1, 0};

    private static final double[] EMBEDDINGS = embeddings(SYSTEMS.length);

    private static double[] embeddings(int crystals) {
        RandomStream random = RandomStream.of(4);
        double[] x = new double[crystals * COLUMNS];
        for (int i = 0; i < x.length; i++) {
            x[i] = 2 * random.nextDouble() - 1;
        }
        return x;
    }

    private static double[] oneHot(int... systems) {
        double[] classes = new double[CLASSES * systems.length];
        for (int i = 0; i < systems.length; i++) {
            if (systems[i] >= 0) {
                classes[CLASSES * i + systems[i]] = 1;
            }
        }
        return classes;
    }

    private static double[] known(int... systems) {
        double[] weights = new double[systems.length];
        for (int i = 0; i < systems.length; i++) {
            weights[i] = systems[i] < 0 ? 0 : 1;
        }
        return weights;
    }

    private static Tensor loss(ReferenceAlgebra algebra, Tensor x, double temperature, int... systems) {
        Tensor classes = algebra.constant(oneHot(systems), systems.length, CLASSES);
        Tensor weights = algebra.constant(known(systems), systems.length, 1);
        return SupervisedContrast.loss(algebra, x, classes, weights, temperature);
    }

    private static double loss(double[] x, double temperature, int... systems) {
        ReferenceAlgebra algebra = ReferenceAlgebra.withoutGradients();
        return loss(algebra, algebra.constant(x, systems.length, COLUMNS), temperature, systems)
                .values()[0];
    }

    /** Equation 2, as it is printed. */
    private static double byLoops(double[] x, double temperature, int... systems) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < systems.length; i++) {
            double all = 0;
            double logs = 0;
            int partners = 0;
            for (int a = 0; a < systems.length; a++) {
                if (a != i) {
                    all += Math.exp(cosine(x, i, a) / temperature);
                }
            }
            for (int p = 0; p < systems.length; p++) {
                if (p != i && systems[p] == systems[i]) {
                    logs += Math.log(Math.exp(cosine(x, i, p) / temperature) / all);
                    partners++;
                }
            }
            if (partners > 0) {
                sum -= logs / partners;
                counted++;
            }
        }
        return sum / counted;
    }

    private static double cosine(double[] x, int i, int j) {
        return dot(x, i, j) / Math.sqrt(dot(x, i, i) * dot(x, j, j));
    }

    private static double dot(double[] x, int i, int j) {
        double sum = 0;
        for (int c = 0; c < COLUMNS; c++) {
            sum += x[COLUMNS * i + c] * x[COLUMNS * j + c];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.07, 0.5, 10})
    void theLossIsThatOfTheEquationInLoops(double temperature) {
        assertClose(
                byLoops(EMBEDDINGS, temperature, SYSTEMS), loss(EMBEDDINGS, temperature, SYSTEMS), EXACT, "contrast");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.07, 0.5})
    void theGradientIsThatOfFiniteDifferences(double temperature) {
        ReferenceAlgebra algebra = ReferenceAlgebra.recording();
        Tensor x = algebra.variable(EMBEDDINGS, SYSTEMS.length, COLUMNS);
        Map<Tensor, Tensor> gradients = algebra.gradients(loss(algebra, x, temperature, SYSTEMS), List.of(x));
        double[] expected = new double[EMBEDDINGS.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] =
                    (loss(moved(i, 1e-5), temperature, SYSTEMS) - loss(moved(i, -1e-5), temperature, SYSTEMS)) / 2e-5;
        }
        assertClose(expected, gradients.get(x).values(), BY_DIFFERENCES, "gradient");
    }

    private static double[] moved(int at, double step) {
        double[] x = EMBEDDINGS.clone();
        x[at] += step;
        return x;
    }

    @Test
    void aCrystalOfUnknownSystemLeavesNoTrace() {
        double[] fewer = Arrays.copyOf(EMBEDDINGS, 5 * COLUMNS);
        assertClose(loss(fewer, 0.5, 0, 1, 0, 2, 1), loss(EMBEDDINGS, 0.5, 0, 1, 0, 2, 1, -1), EXACT, "unknown");
    }

    @Test
    void aSingleCrystalOfASystemIsOneOfTheOthersOnly() {
        double with = loss(EMBEDDINGS, 0.5, 0, 0, 0, 0, 0, 2);
        double[] five = Arrays.copyOf(EMBEDDINGS, 5 * COLUMNS);
        assertClose(byLoops(EMBEDDINGS, 0.5, 0, 0, 0, 0, 0, 2), with, EXACT, "with the single one");
        assertTrue(with > loss(five, 0.5, 0, 0, 0, 0, 0), "it repels, hence the loss is larger");
    }

    @Test
    void withoutPartnersThereIsNothingToLearn() {
        for (int[] systems : new int[][] {{0, 1, 2}, {1}, {-1, -1}}) {
            ReferenceAlgebra algebra = ReferenceAlgebra.recording();
            Tensor x = algebra.variable(embeddings(systems.length), systems.length, COLUMNS);
            Tensor loss = loss(algebra, x, 0.07, systems);
            assertEquals(0, loss.values()[0]);
            Tensor gradient = algebra.gradients(loss, List.of(x)).get(x);
            assertClose(
                    new double[systems.length * COLUMNS],
                    gradient == null ? new double[systems.length * COLUMNS] : gradient.values(),
                    EXACT,
                    "gradient");
        }
    }

    @Test
    void separatedSystemsHaveTheLeastLoss() {
        double[] apart = {1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0};
        assertClose(0, loss(apart, 0.05, 0, 1, 0, 1), new Tolerance(0, 1e-7), "apart");
        assertTrue(loss(apart, 0.05, 0, 0, 1, 1) > 10, "wrongly paired");
    }
}
