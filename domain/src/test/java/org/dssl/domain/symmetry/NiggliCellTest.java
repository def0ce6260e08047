package org.dssl.domain.symmetry;

import static org.dssl.domain.testing.TensorAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dssl.domain.crystal.Lattice;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.testing.TensorAssertions.Tolerance;
import org.junit.jupiter.api.Test;

class NiggliCellTest {
    private static final Tolerance CLOSE = new Tolerance(1e-9, 1e-9);

    /** A, B, C, ξ, η, ζ. */
    private static double[] metric(Lattice lattice) {
        double[] v = lattice.rows();
        return new double[] {
            dot(v, 0, 0), dot(v, 1, 1), dot(v, 2, 2), 2 * dot(v, 1, 2), 2 * dot(v, 0, 2), 2 * dot(v, 0, 1)
        };
    }

    private static double dot(double[] v, int i, int j) {
        return v[3 * i] * v[3 * j] + v[3 * i + 1] * v[3 * j + 1] + v[3 * i + 2] * v[3 * j + 2];
    }

    private static Lattice ofMetric(double a, double b, double c, double xi, double eta, double zeta) {
        double x = Math.sqrt(a);
        double y = Math.sqrt(b);
        double z = Math.sqrt(c);
        return Lattice.ofParameters(
                x,
                y,
                z,
                Math.toDegrees(Math.acos(xi / (2 * y * z))),
                Math.toDegrees(Math.acos(eta / (2 * x * z))),
                Math.toDegrees(Math.acos(zeta / (2 * x * y))));
    }

    @Test
    void theExampleOfKrivyAndGruberComesOutAsPrinted() {
        Lattice reduced = NiggliCell.of(ofMetric(9, 27, 4, -5, -4, -22));
        assertClose(new double[] {4, 9, 9, 9, 3, 4}, metric(reduced), CLOSE, "metric");
    }

    @Test
    void everyBasisOfALatticeHasTheSameReducedMetric() {
        RandomStream random = RandomStream.of(17);
        for (int i = 0; i < 200; i++) {
            Lattice lattice = TestCrystals.random(1, 4, random).lattice();
            double[] expected = metric(NiggliCell.of(lattice));
            for (int k = 0; k < 5; k++) {
                Lattice other = NiggliCell.of(Bases.other(lattice, random));
                assertClose(expected, metric(other), CLOSE, "lattice " + i);
            }
        }
    }

    @Test
    void specialLatticesHaveOneReducedMetricToo() {
        RandomStream random = RandomStream.of(18);
        LatticeSystemTest.lattices().forEach(arguments -> {
            Lattice lattice = (Lattice) arguments.get()[2];
            double[] expected = metric(NiggliCell.of(lattice));
            for (int k = 0; k < 20; k++) {
                Lattice other = NiggliCell.of(Bases.other(lattice, random));
                assertClose(expected, metric(other), CLOSE, arguments.get()[0].toString());
            }
        });
    }

    @Test
    void theReducedCellFulfilsTheMainConditions() {
        RandomStream random = RandomStream.of(19);
        for (int i = 0; i < 200; i++) {
            double[] m = metric(NiggliCell.of(TestCrystals.random(1, 4, random).lattice()));
            double slack = 1e-3;
            assertTrue(m[0] <= m[1] + slack && m[1] <= m[2] + slack, "sorted");
            assertTrue(Math.abs(m[3]) <= m[1] + slack, "ξ");
            assertTrue(Math.abs(m[4]) <= m[0] + slack && Math.abs(m[5]) <= m[0] + slack, "η, ζ");
            boolean acute = m[3] > -slack && m[4] > -slack && m[5] > -slack;
            boolean obtuse = m[3] < slack && m[4] < slack && m[5] < slack;
            assertTrue(acute || obtuse, "all angles acute, or none");
            assertTrue(m[0] + m[1] + m[3] + m[4] + m[5] >= -slack, "diagonal");
        }
    }
}
